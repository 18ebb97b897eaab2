import { describe, expect, it } from 'vitest';
import { findPlaces, slugOf } from './place.ts';
import { listPlaces } from './places.server.ts';

describe('the official list', () => {
  it('holds 34 provinces and 3,321 communes, each code once', () => {
    const places = listPlaces();
    expect(places.filter((place) => place.kind === 'province')).toHaveLength(34);
    expect(places.filter((place) => place.kind === 'commune')).toHaveLength(3_321);
    expect(new Set(places.map((place) => place.code)).size).toBe(3_355);
    for (const place of places) expect(slugOf(place.name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it.each([
    ['dong ky', 'Đồng Kỳ'],
    ['ĐẠI THANH ha noi', 'Đại Thanh'],
    ['00004', 'Ba Đình'],
    ['YEN HOÀ', 'Yên Hoà'],
  ])('finds %s', (term, name) => {
    const found = findPlaces(listPlaces(), term, 20);
    expect(found.length).toBeGreaterThan(0);
    expect(found.map((place) => place.name)).toContain(name);
  });

  it('finds nothing for nothing, and survives signs', () => {
    for (const term of ['', '   ', '%', '\u0000', 'zzzzzz', '('.repeat(5_000)]) {
      expect(findPlaces(listPlaces(), term, 20)).toEqual([]);
    }
  });
});
