import type { ComponentChildren } from 'preact';
import { Tag, type TagProps } from '../tag/tag.tsx';
import { SPARK_HEIGHT, SPARK_WIDTH, sparkShape } from './spark.ts';

export type FigureProps = {
  title: string;
  /** The value as people read it; left out when there is no data, and then `emptyLabel` stands for it. */
  value?: string | undefined;
  unit?: string | undefined;
  emptyLabel: string;
  /** The target it is held against. */
  against?: string | undefined;
  /** The records behind it, or the way to get data: the whole card opens it. */
  link: { label: string; href: string };
  state?: TagProps | undefined;
  /** Values of the past, oldest first; `label` says them in words. */
  trend?: { values: readonly number[]; goal?: number | undefined; label: string } | undefined;
  level?: 3 | 4 | undefined;
};

/** One figure: value, target, trend and state; opens its records. Missing data is never a zero. */
export function Figure(props: FigureProps) {
  const Heading = props.level === 4 ? 'h4' : 'h3';
  return (
    <article class="figure">
      <Heading class="figure-title">{props.title}</Heading>
      {props.value === undefined ? (
        <p class="figure-value figure-none">{props.emptyLabel}</p>
      ) : (
        <p class="figure-value">
          {props.value}
          {props.unit && <small> {props.unit}</small>}
        </p>
      )}
      {props.trend && props.trend.values.length > 0 && <Spark {...props.trend} />}
      <p class="figure-against">
        {props.against && <>{props.against} · </>}
        <a href={props.link.href}>{props.link.label}</a>
      </p>
      {props.state && (
        <p class="figure-state">
          <Tag {...props.state} />
        </p>
      )}
    </article>
  );
}

/** Figures side by side, divided by hairlines. */
export function Figures({ children }: { children: ComponentChildren }) {
  return <div class="figures">{children}</div>;
}

function Spark({
  values,
  goal,
  label,
}: {
  values: readonly number[];
  goal?: number | undefined;
  label: string;
}) {
  const shape = sparkShape(values, goal);
  return (
    <svg class="spark" viewBox={`0 0 ${SPARK_WIDTH} ${SPARK_HEIGHT}`} role="img" aria-label={label}>
      {shape.goalPath && <path class="spark-goal" d={shape.goalPath} />}
      <path d={shape.path} />
      <circle cx={shape.end.x} cy={shape.end.y} r="3" />
    </svg>
  );
}
