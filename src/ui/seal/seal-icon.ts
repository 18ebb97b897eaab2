const red = '%239e1b1e';
const cells = [0, 1].flatMap((row) =>
  [0, 1, 2].map(
    (column) =>
      `<rect x='${5 + column * 6.75}' y='${6 + row * 9}' width='4.5' height='7' rx='1' fill='white'/>`,
  ),
);

/** The mark as the icon of a browser's tab, within the page itself, so that no request asks for it. */
export const sealIcon = `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 28 28'><rect width='28' height='28' rx='4' fill='${red}'/>${cells.join('')}</svg>`;
