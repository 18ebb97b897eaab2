import { SelectField } from '../field/choice-field.tsx';
import { TextField } from '../field/text-field.tsx';
import type { Example } from '../gallery/example.ts';
import { Case, Cases } from './cases.tsx';

const options = [
  { value: 'open', label: 'Chưa xử lý' },
  { value: 'none', label: 'Không giao việc' },
];

export const examples: Example[] = [
  {
    name: 'a choice that needs nothing more, and one that needs its reason',
    render: (place) => (
      <div class="form">
        <Cases>
          <SelectField name={`case-open-${place}`} label="Xử lý thế nào" options={options} value="open" />
          <Case of={[2]}>
            <TextField name={`case-open-reason-${place}`} label="Lý do không giao việc" />
          </Case>
        </Cases>
        <Cases>
          <SelectField name={`case-none-${place}`} label="Xử lý thế nào" options={options} value="none" />
          <Case of={[2]}>
            <TextField name={`case-none-reason-${place}`} label="Lý do không giao việc" />
          </Case>
        </Cases>
      </div>
    ),
  },
];
