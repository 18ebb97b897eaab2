/** What needs me now. */
export const homeLink = '/tong-quan';
/** Whether the system is well. */
export const systemLink = '/he-thong';
