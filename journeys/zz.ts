import { openBrowser, pageAs, expectAccessible } from './browser.ts';
const b = await openBrowser();
const addr='http://127.0.0.1:8190';
const out='/tmp/h/triage-run/';
for (const [w,n] of [[1280,'w'],[375,'p']] as const) {
 const p = await pageAs(b, addr, 'Joan Whitfield', {width:w});
 await p.goto('/inbox'); await p.screenshot({path: out+`list-${n}.png`});
 await expectAccessible(p).catch(e=>console.log('list',n,e.message));
 await p.getByRole('link', { name: /Rowan/ }).first().click(); await p.waitForLoadState(); await p.screenshot({path: out+`one-${n}.png`, fullPage:true});
 await expectAccessible(p).catch(e=>console.log('one',n,e.message));
 await p.goto('/inbox/triage'); await p.screenshot({path: out+`triage-${n}.png`, fullPage:true});
 await expectAccessible(p).catch(e=>console.log('triage',n,e.message));
}
await b.close();
