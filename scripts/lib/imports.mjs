import { parseSync, Visitor } from 'vite';

/**
 * What a file of TypeScript imports: statically, dynamically, by exporting it on, and in types.
 * @param {string} path its ending tells the language
 * @param {string} text
 * @returns {import('./layers.mjs').Import[]}
 */
export function importsIn(path, text) {
  const { module, program } = parseSync(path, text);
  /** @type {import('./layers.mjs').Import[]} */
  const imports = [];
  for (const { moduleRequest, entries } of module.staticImports) {
    imports.push({ specifier: moduleRequest.value, typeOnly: areTypes(entries) });
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest) imports.push({ specifier: moduleRequest.value, typeOnly: isType });
    }
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const literal = /^(['"`])([^'"`$]+)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
    if (literal?.[2]) imports.push({ specifier: literal[2], typeOnly: false });
  }
  new Visitor({
    TSImportType(node) {
      imports.push({ specifier: node.source.value, typeOnly: true });
    },
  }).visit(program);
  return imports;
}

/** @param {{isType: boolean}[]} entries */
function areTypes(entries) {
  return entries.length > 0 && entries.every((entry) => entry.isType);
}
