/** What needs me now. */
export const homeLink = '/tong-quan';
