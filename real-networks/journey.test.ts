/** The whole story on the real network: a person writes to an official account, and is answered there, under the policy. */
import { AtpAgent, RichText } from '@atproto/api';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { arrived, choose, openBrowser, pageAs } from '../journeys/browser.ts';
import { startProgram, until, type Program } from '../journeys/program.ts';

const network = inject('network');
let program: Program;
let browser: Browser;
beforeAll(async () => {
  [program, browser] = await Promise.all([
    startProgram({ environment: { SIGNPOST_ALLOWED_ORIGINS: network.pds } }),
    openBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await program?.stop();
});

test(
  'from a mention on Bluesky to an answer on Bluesky, with citation, clocks and audit',
  { timeout: 180_000 },
  async () => {
    const lead = await pageAs(browser, program.address, 'Joan Whitfield');
    await lead.goto('/do/account.enter');
    await choose(lead, 'Which network?', 'Bluesky');
    await choose(lead, 'What kind of account is it?', 'Corporate');
    await lead.getByLabel('Name', { exact: true }).fill('Invented Board');
    await lead.getByLabel(/^Handle/).fill(network.official.handle);
    await lead.getByLabel('What is it for?').fill('News');
    await lead.getByLabel('Whom is it for?').fill('Everybody');
    await choose(lead, 'Second factor', 'On');
    await lead.getByRole('button', { name: 'Enter an account' }).click();
    await lead.getByRole('button', { name: 'Connect', exact: true }).click();
    await choose(lead, 'How is it connected?', 'Bluesky');
    await lead.getByLabel('Address of its server').fill(network.pds);
    await lead.getByLabel(/^App password/).fill(network.official.password);
    await lead.getByRole('button', { name: 'Connect', exact: true }).click();
    await arrived(lead);
    await until(async () => {
      await lead.reload();
      return /Connected/.test(await lead.locator('main').innerText()) ? true : undefined;
    }, 'the account is connected');

    const amy = new AtpAgent({ service: network.pds });
    await amy.login({ identifier: network.amy.handle, password: network.amy.password });
    const question = `When is the flu clinic open? ${Date.now()}`;
    const words = new RichText({ text: `@${network.official.handle} ${question}` });
    await words.detectFacets(amy);
    const asked = await amy.post({ text: words.text, ...(words.facets ? { facets: words.facets } : {}) });

    const officer = await pageAs(browser, program.address, 'Amara Okafor');
    const row = await until(
      async () => {
        await officer.goto('/inbox?view=unclaimed');
        const link = officer.getByRole('link', { name: question });
        return (await link.count()) > 0 ? link.first() : undefined;
      },
      'the mention stands in the inbox',
      60,
    );
    await row.click();
    const page = await officer.locator('main').innerText();
    expect(page).toMatch(/We mean to answer by/);
    expect(page).toMatch(/The promise is broken after/);
    expect(page).toMatch(/6\.4\.[bf]/);

    const answer = `Every day from 8 to 8. ${Date.now()}`;
    await officer.getByLabel('Your reply').fill(answer);
    await officer.getByRole('button', { name: 'Reply', exact: true }).click();
    await arrived(officer);
    const replies = await until(
      async () => {
        const { data } = await amy.getPostThread({ uri: asked.uri, depth: 5 });
        const found = JSON.stringify(data).split(`"text":${JSON.stringify(answer)}`).length - 1;
        return found > 0 ? found : undefined;
      },
      'the answer stands on the network',
      60,
    );
    expect(replies).toBe(1);
    const closed = await until(async () => {
      await officer.reload();
      const text = await officer.locator('main').innerText();
      return /Answered/.test(text) ? text : undefined;
    }, 'the enquiry is answered');
    expect(closed).toMatch(/6\.3\.c/);

    await lead.goto('/records?command=reply.mark-sent');
    expect(await lead.locator('main').innerText()).toMatch(/Sender of replies\s+Record as sent/);
    await lead.goto('/policy/6.4.b');
    expect(await lead.locator('main').innerText()).toMatch(
      /[1-9]\d* decisions? under it in the last 30 days/,
    );
  },
);
