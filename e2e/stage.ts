import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser, Person, type PersonOptions } from './page.ts';
import { type RunningProduct, startProduct } from './product.ts';

/** The product and a browser that are there while the tests of one file run, and people who come to it. */
export class Stage {
  #product: RunningProduct | undefined;
  #browser: Browser | undefined;

  /** Starts both before the tests of the file, the product with its options, and stops both after them. */
  constructor(...options: string[]) {
    beforeAll(async () => {
      [this.#product, this.#browser] = await Promise.all([startProduct(...options), openBrowser()]);
    });
    afterAll(async () => {
      await this.#browser?.close();
      await this.#product?.stop();
    });
  }

  get product(): RunningProduct {
    if (!this.#product) throw new Error('the product has not been started');
    return this.#product;
  }

  get browser(): Browser {
    if (!this.#browser) throw new Error('the browser has not been opened');
    return this.#browser;
  }

  /** Where the product is. */
  get address(): string {
    return this.product.address;
  }

  /** Somebody with a browser window of their own, nowhere yet. */
  person(options: PersonOptions = {}): Promise<Person> {
    return Person.at(this.browser, this.address, options);
  }
}
