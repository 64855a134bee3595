// What a screen owes to children who do not see it well, or do not touch it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const kAxe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const kTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong on the screen that is shown, one line each. */
export async function violations(page) {
  // The page's policy lets no script in, but the debugger may say what it likes.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(kAxe);
  return page.evaluate(async (tags) => {
    const { violations: found } = await window.axe.run(window.document, {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
    });
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any, all, none }) => {
        const [why] = [...any, ...all, ...none];
        return `${id}: ${html.slice(0, 120)} ${why?.message ?? ''}`;
      }),
    );
  }, kTags);
}

/** When the page is shown twice as large: controls no finger can get at, and headings under a control. */
export async function lostAtDouble(page) {
  const { width, height } = page.viewportSize();
  await page.setViewportSize({ width: width / 2, height: height / 2 });
  const lost = await page.evaluate(async () => {
    const { document, requestAnimationFrame } = window;
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    const hidden = [];
    const controls = [...document.querySelectorAll('button, [role=button], a, input')];
    for (const control of controls) {
      control.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const { x, y, width: w, height: h } = control.getBoundingClientRect();
      const inside =
        x >= -1 && y >= -1 && x + w <= window.innerWidth + 1 && y + h <= window.innerHeight + 1;
      const there = document.elementFromPoint(x + w / 2, y + h / 2);
      if (!inside || !control.contains(there))
        hidden.push(`${control.className} at ${Math.round(x)}, ${Math.round(y)}`);
    }
    for (const heading of document.querySelectorAll('h1:not(.only-read)')) {
      // Text, not an icon or what is only read aloud.
      const words = [...heading.childNodes].find(({ nodeType }) => nodeType === 3);
      if (!words) continue;
      const place = document.createRange();
      place.selectNode(words);
      const { left, width: w, top, height: h } = place.getBoundingClientRect();
      const above = [0.05, 0.5, 0.95]
        .map((part) => document.elementFromPoint(left + w * part, top + h / 2)?.closest('button'))
        .find((control) => control && !control.contains(heading));
      if (above) hidden.push(`"${words.data}" under ${above.className}`);
    }
    return hidden;
  });
  await page.setViewportSize({ width, height });
  return lost;
}
