/** Takes the pictures of the README: `node journeys/pictures.ts ADDRESS`, with the program in practice mode. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser, pageAs } from './browser.ts';

const folder = join(import.meta.dirname, '../docs/pictures');
mkdirSync(folder, { recursive: true });
const address = process.argv[2] ?? 'http://127.0.0.1:8080';
const browser = await openBrowser();
const wide = await pageAs(browser, address, 'Joan Whitfield');
const phone = await pageAs(browser, address, 'Amara Okafor', { width: 375 });
const take = (page: typeof wide, name: string) => page.screenshot({ path: join(folder, `${name}.png`) });
await wide.goto('/inbox');
await take(wide, 'inbox');
await wide.getByRole('link', { name: /Harriet Bloom/ }).click();
await take(wide, 'enquiry');
await wide.goto('/policy/6.4.b');
await take(wide, 'clause');
await wide.goto('/accounts');
await take(wide, 'accounts');
await phone.goto('/inbox');
await take(phone, 'inbox-phone');
await phone.getByRole('link', { name: /Harriet Bloom/ }).click();
await take(phone, 'enquiry-phone');
await browser.close();
