import type { Language } from '@app/platform';

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A page for somebody who comes back from the identity provider and is not let in. It needs nothing but itself. */
export const refusedPage = (language: Language, title: string, why: string, back: string): string => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)} · Alur</title>
<style>body{font:18px/1.5 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1.25rem;color:#1f2937}
h1{font-size:1.4rem}a{display:inline-block;padding:.6rem 1.1rem;border-radius:8px;background:#1f3a5f;color:#fff;text-decoration:none}</style>
</head><body><main><h1>${escaped(title)}</h1><p>${escaped(why)}</p><p><a href="/login">${escaped(back)}</a></p></main></body></html>
`;
