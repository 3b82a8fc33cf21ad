import { CharacterCount } from './character-count.ts';
import { CodeFromLink } from './code-from-link.ts';
import { DraftKeep } from './draft-keep.ts';
import { dropDrafts, dropOthers } from './drafts.ts';
import { KeysSwitch } from './keys-switch.ts';
import { KeyShortcuts } from './key-shortcuts.ts';
import { LiveUpdates } from './live-updates.ts';
import { mindManners } from './page-manners.ts';

// A draft that was sent must not come back, so finished ones go before any box looks for its own.
dropDrafts(document, sessionStorage);
dropOthers(document.body.dataset['person'], sessionStorage);
customElements.define('character-count', CharacterCount);
customElements.define('code-from-link', CodeFromLink);
customElements.define('draft-keep', DraftKeep);
customElements.define('keys-switch', KeysSwitch);
customElements.define('key-shortcuts', KeyShortcuts);
customElements.define('live-updates', LiveUpdates);
mindManners(document);
