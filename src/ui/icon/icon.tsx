import { ICON_DRAWINGS, type IconDrawing, type IconName } from './icon-drawings.ts';

export type { IconName } from './icon-drawings.ts';

export type IconProps = { name: IconName; size?: 'text' | 'small' | 'large' | undefined };

/** Shapes as markup, made once: a list of fifty rows draws hundreds of icons, all of them constants of ours. */
const markup = Object.fromEntries(
  Object.entries(ICON_DRAWINGS).map(([name, drawing]: [string, IconDrawing]) => [
    name,
    {
      __html: [
        drawing.lines && `<path d="${drawing.lines}"/>`,
        drawing.dashed && `<path d="${drawing.dashed}" stroke-dasharray="2.2 2.6"/>`,
        drawing.solid && `<path class="solid" d="${drawing.solid}"/>`,
      ]
        .filter(Boolean)
        .join(''),
    },
  ]),
) as Record<IconName, { __html: string }>;

/** A line drawing beside a word. Hidden from screen readers: the word beside it must say the same. */
export function Icon({ name, size = 'text' }: IconProps) {
  return (
    <svg
      class="icon"
      data-size={size === 'text' ? undefined : size}
      viewBox="0 0 20 20"
      aria-hidden="true"
      dangerouslySetInnerHTML={markup[name]}
    />
  );
}
