/** What the office has said of its Zalo account, as a page may show it: none of its secrets. */
export interface ShownZaloAccount {
  readonly appId: string;
  readonly templateId: string | null;
  readonly setAt: Date;
  readonly version: number;
}

/** What a person enters: secrets that stay as they are are left empty. */
export interface NewZaloAccount {
  readonly appId: string;
  readonly appSecret: string;
  readonly oaSecret: string;
  readonly refreshToken: string;
  readonly templateId: string;
}

export const zaloFields = ['appId', 'appSecret', 'oaSecret', 'refreshToken', 'templateId'] as const;
export const secretFields = ['appSecret', 'oaSecret', 'refreshToken'] as const;
