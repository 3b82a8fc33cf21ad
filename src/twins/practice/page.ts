/** How the practice network looks to a person with a browser. What people wrote is text and stays text. */
import { isPublic, type Post, type Society } from './society.ts';

const special: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const asText = (words: string): string =>
  words.replaceAll(/[&<>"']/g, (character) => special[character] ?? '');

/** @returns a whole page: the posts given, newest last. */
export function postsPage(all: Society, posts: readonly Post[]): string {
  const seen = posts.filter((post) => isPublic(post) && !post.hidden);
  const items = seen.map((post) => `<li id="${asText(post.id)}">${one(all, post)}</li>`).join('\n');
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Practice network</title></head>
<body><main><h1>Practice network</h1>
<p>Nobody outside can see this. Everyone who writes here is invented.</p>
<ol>${items}</ol></main></body></html>`;
}

function one(all: Society, post: Post): string {
  const author = all.members.get(post.by);
  const pictures = post.pictures.map(
    (picture) => `<img src="/pictures/${asText(picture.file)}" alt="${asText(picture.alt)}" width="320">`,
  );
  const answers = post.parent ? `<p>Answers <a href="/posts/${asText(post.parent)}">this</a></p>` : '';
  return `<article><h2>${asText(author?.name ?? post.by)} <small>@${asText(post.by)}</small></h2>${answers}
<p>${asText(post.text)}</p>${pictures.join('')}
<p><a href="/posts/${asText(post.id)}"><time datetime="${asText(post.at)}">${asText(post.at)}</time></a></p></article>`;
}
