import { describe, expect, it } from 'vitest';
import { localAddress } from './local-address.ts';

describe('an address to return to', () => {
  it.each(['/nhiem-vu', '/nhiem-vu?don-vi=a&trang=2', '/ke-hoach/0190'])('keeps %s', (address) => {
    expect(localAddress(address, '/')).toBe(address);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/a\r\nSet-Cookie: x',
    '',
    'nhiem-vu',
  ])('refuses %j', (address) => {
    expect(localAddress(address, '/tong-quan')).toBe('/tong-quan');
  });
});
