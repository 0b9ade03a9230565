// Walks through marked-up text: at each point the earliest token wins, and what lies between is plain.

/**
 * @param text the text
 * @param tokens pairs of a pattern and what builds a node from its match
 * @param plain makes nodes of the text between tokens
 */
export function scan(text, tokens, plain) {
  const nodes = [];
  let rest = text;
  for (let found = earliest(rest, tokens); found; found = earliest(rest, tokens)) {
    const { match, build } = found;
    if (match.index > 0) nodes.push(plain(rest.slice(0, match.index)));
    nodes.push(build(match));
    rest = rest.slice(match.index + match[0].length);
  }
  if (rest) nodes.push(plain(rest));
  return nodes;
}

function earliest(text, tokens) {
  let first = null;
  for (const [pattern, build] of tokens) {
    const match = pattern.exec(text);
    if (match && (!first || match.index < first.match.index)) first = { match, build };
  }
  return first;
}
