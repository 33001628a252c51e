import ts from 'typescript';

/** Functions of more than `linesMax` lines: "<file> <name>" and how many they have. A method is Class.method. */
export function longFunctions(file: string, code: string, linesMax: number): [string, number][] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const found: [string, number][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const [from, to] = [node.getStart(source), node.getEnd()].map(
        (at) => source.getLineAndCharacterOfPosition(at).line,
      );
      const count = (to ?? 0) - (from ?? 0) + 1;
      if (count > linesMax) found.push([`${file} ${nameOf(node)}`, count]);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function nameOf(node: ts.Node): string {
  const named = node as ts.Node & { name?: ts.Node };
  if (named.name) return named.name.getText();
  const holder = node.parent as ts.Node & { name?: ts.Node };
  return holder.name?.getText() ?? 'a nameless function';
}
