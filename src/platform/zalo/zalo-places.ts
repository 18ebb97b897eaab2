/** Where Zalo is asked; tests name a server of their own. */
export interface ZaloPlaces {
  readonly oauth: string;
  readonly openApi: string;
  readonly business: string;
}

export const zaloPlaces: ZaloPlaces = {
  oauth: 'https://oauth.zaloapp.com',
  openApi: 'https://openapi.zalo.me',
  business: 'https://business.openapi.zalo.me',
};
