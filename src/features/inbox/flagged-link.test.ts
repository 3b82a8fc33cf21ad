import { describe, expect, test } from 'vitest';
import { flaggedLink, networkOf } from './flagged-link.ts';

describe('a link that somebody flags', () => {
  test('is the same however it was pasted', () => {
    const same = [
      'https://www.facebook.com/board/posts/123',
      'facebook.com/board/posts/123/',
      'https://m.facebook.com/board/posts/123?fbclid=abc#comments',
      ' HTTPS://FACEBOOK.COM/board/posts/123?utm_source=x ',
    ];
    expect(new Set(same.map((text) => flaggedLink(text)?.key))).toEqual(
      new Set(['facebook.com/board/posts/123']),
    );
  });

  test('keeps what tells one post from another', () => {
    const [one, two] = ['1', '2'].map((id) => flaggedLink(`https://youtube.com/watch?v=${id}&si=x`)?.key);
    expect(one).not.toBe(two);
  });

  test.each([
    '',
    'no link',
    'javascript:alert(1)',
    'https://',
    'ftp://example.org/x',
    'https://a:b@example.org',
    'localhost',
  ])('is none where it is “%s”', (text) => {
    expect(flaggedLink(text)).toBeUndefined();
  });

  test('says on which network it is, and a stranger’s host that is like one is elsewhere', () => {
    const on = (text: string) => networkOf(flaggedLink(text)?.key ?? '');
    expect([on('https://www.facebook.com/x'), on('https://de-de.facebook.com/x'), on('youtu.be/x')]).toEqual([
      'facebook',
      'facebook',
      'youtube',
    ]);
    expect([on('https://notfacebook.com/x'), on('https://facebook.com.example.org/x')]).toEqual([
      'elsewhere',
      'elsewhere',
    ]);
  });
});
