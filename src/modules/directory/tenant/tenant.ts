/** The kinds of place that a tenant can be, as the law names them. */
export const tenantLevels = ['xa', 'phuong', 'dac-khu', 'tinh', 'thanh-pho'] as const;
export type TenantLevel = (typeof tenantLevels)[number];
