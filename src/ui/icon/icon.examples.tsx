import type { Example } from '../gallery/example.ts';
import { Icon } from './icon.tsx';
import { ICON_DRAWINGS, type IconName } from './icon-drawings.ts';

export const examples: Example[] = [
  {
    name: 'every drawing',
    render: () => (
      <ul class="gallery-icons">
        {Object.keys(ICON_DRAWINGS).map((name) => (
          <li key={name}>
            <Icon name={name as IconName} />
            {name}
          </li>
        ))}
      </ul>
    ),
  },
];
