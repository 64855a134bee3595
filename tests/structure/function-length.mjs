// How long functions are. C++ is read by braces, TypeScript by the indentation Prettier gives it.
const kMaxLines = 50;

/** The same text, comments and literals blanked out, line breaks kept. */
export function withoutLiterals(text) {
  const literal =
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|R"([^(\s]*)\([\s\S]*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'/g;
  return text
    .replace(literal, (found) => found.replace(/[^\n]/g, ' '))
    .replace(/^[ \t]*#(?:\\\n|[^\n])*/gm, (found) => found.replace(/[^\n]/g, ' '));
}

function closingBrace(text, open) {
  let depth = 0;
  for (let i = open; i < text.length; ++i) {
    if (text[i] === '{') ++depth;
    if (text[i] === '}' && --depth === 0) return i;
  }
  return text.length - 1;
}

const kScope = /\b(namespace|class|struct|union|extern)\b/;
const kInitialisers = /\)[^;{}]*[^:]:[^:]/;

/** What a brace after `head` opens: a scope to look into, a function to measure, or neither. */
function kindOf(head) {
  const shown = head.trim();
  if (/\benum\b/.test(shown) || /[=,(]$/.test(shown) || /\breturn$/.test(shown)) return 'other';
  const signature = /\)\s*(const|noexcept(\([^)]*\))?|override|final|mutable|&&?|->[^{]*|\s)*$/;
  if (kInitialisers.test(shown)) return /[)}]$/.test(shown) ? 'function' : 'other';
  if (signature.test(shown)) return 'function';
  return kScope.test(shown) ? 'scope' : 'other';
}

const lineAt = (text, index) => text.slice(0, index).split('\n').length;

export function cppFunctions(source) {
  const text = withoutLiterals(source);
  const found = [];
  let head = '';
  for (let i = 0; i < text.length; ++i) {
    const c = text[i];
    if (c === ';' || c === '}') head = '';
    else if (c !== '{') head += c;
    else {
      const kind = kindOf(head);
      if (kind === 'scope') {
        head = '';
        continue;
      }
      const end = closingBrace(text, i);
      const firstLine = lineAt(text, i - head.trimStart().length);
      if (kind === 'function')
        found.push({ line: firstLine, lines: lineAt(text, end) - firstLine + 1 });
      head = kind === 'function' ? '' : `${head}{}`;
      i = end;
    }
  }
  return found;
}

const kScriptFunction =
  /^(\s*)(?:(?:export |default |async |static |private |public |protected )*function\b|(?:export )?const \w+(?:: [^=]+)? = (?:async )?(?:\([^)]*\)?|\w+)[^=]*(?:=>)?|(?:test|it)\(|(?:async |static |private |public |override |readonly |get |set |#)*(?!if|for|while|switch|catch|return|else|do\b)\w+\([^;]*\)?[^;=]*)[^;]*[{(]$/;

export function scriptFunctions(source) {
  const lines = source.split('\n');
  const found = [];
  for (const [index, line] of lines.entries()) {
    const match = kScriptFunction.exec(line);
    if (!match || /\bdescribe\(/.test(line)) continue;
    const close = new RegExp(`^${match[1]}[})]`);
    const end = lines.findIndex(
      (later, at) => at > index && close.test(later) && !/[{(]$/.test(later),
    );
    if (end > 0) found.push({ line: index + 1, lines: end - index + 1 });
  }
  return found;
}

export function* checkFunctions({ path, text }) {
  const functions = /\.(cpp|h)$/.test(path)
    ? cppFunctions(text)
    : /\.(ts|tsx|mjs|js)$/.test(path)
      ? scriptFunctions(text)
      : [];
  for (const { line, lines } of functions) {
    if (lines > kMaxLines)
      yield `${path}:${line}: a function of ${lines} lines, the limit is ${kMaxLines}`;
  }
}
