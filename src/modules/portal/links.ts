/** The first page of the public site: all communes. */
export const communesLink = '/';

/** The communes of the filter as open data. */
export const communesCsvLink = '/danh-sach-xa.csv';
