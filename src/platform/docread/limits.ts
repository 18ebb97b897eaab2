/**
 * The most that one source may cost. A commune's longest papers stay two orders of magnitude below each figure; what
 * goes beyond was made to hurt, or is no document.
 */

/** The largest file taken, in bytes. */
export const MAX_SOURCE_BYTES = 20 * 1024 * 1024;

/** Entries of a zip directory. */
export const MAX_ZIP_ENTRIES = 2_000;

/** Bytes unpacked from one file, over all parts that are really read. */
export const MAX_UNPACKED_BYTES = 40 * 1024 * 1024;

/** Bytes that a zip directory may promise, pictures included, before the file counts as a bomb. */
export const MAX_DECLARED_BYTES = 500 * 1024 * 1024;

/** XML elements of one document, over all parts that are read: they, not bytes, are what reading takes time for. */
export const MAX_XML_ELEMENTS = 600_000;

/** XML elements inside one another. */
export const MAX_XML_DEPTH = 256;

/** Stretches of text with properties of their own in one old Word file. */
export const MAX_RUNS = 500_000;

/** Changes of properties that one old Word file may apply, for one list of them may serve many paragraphs. */
export const MAX_PROPERTIES = 5_000_000;

export const MAX_PARAGRAPHS = 100_000;
export const MAX_CELLS = 100_000;

/** Rows times columns of one table: a cell over a thousand columns is one cell, and yet a thousand places. */
export const MAX_GRID_CELLS = 500_000;

export const MAX_CHARACTERS = 5_000_000;

/** Characters of one line of text, one paragraph or one cell. */
export const MAX_LINE_CHARACTERS = 20_000;

/** Pages of a PDF file. */
export const MAX_PDF_PAGES = 1_000;

/** Bytes unpacked from a PDF file, its pictures aside: fonts, and drawings, of which a full page takes 50 kB. */
export const MAX_PDF_BYTES = 24 * 1024 * 1024;

/** Bytes unpacked from one stream of a PDF file that is neither picture nor font. */
export const MAX_PDF_DRAWING_BYTES = 4 * 1024 * 1024;

/** Letters on one page of a PDF file. */
export const MAX_PAGE_GLYPHS = 50_000;

/** Dots of one picture in a PDF file that is to be recognised: an A4 page at 600 dots an inch. */
export const MAX_PICTURE_DOTS = 36_000_000;
