import type { Example } from '../gallery/example.ts';
import { Columns, SideBySide, Stack } from './layout.tsx';

export const examples: Example[] = [
  {
    name: 'columns',
    render: () => (
      <Columns>
        <p>Một</p>
        <p>Hai</p>
      </Columns>
    ),
  },
  {
    name: 'side by side',
    render: () => (
      <SideBySide
        left={<p>Văn bản gốc</p>}
        right={
          <Stack>
            <p>Dòng đọc được</p>
          </Stack>
        }
      />
    ),
  },
];
