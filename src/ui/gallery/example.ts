import type { VNode } from 'preact';

/** One state of a component. `place` tells apart the copies on one page: it belongs into every id. */
export type Example = { name: string; render: (place: string) => VNode };

/** A frame is a whole document, so it is shown on a page of its own. */
export type FrameExample = {
  name: string;
  render: (stylesheets: { staff: string; public: string }) => VNode;
};
