// Node runs .ts as it stands, but not .tsx: this turns the markup of pages into calls, one file at a time.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

let transform;

registerHooks({
  load(url, context, next) {
    if (!url.endsWith('.tsx')) return next(url, context);
    transform ??= process.getBuiltinModule('node:module').createRequire(import.meta.url)(
      'esbuild',
    ).transformSync;
    const path = fileURLToPath(url);
    const { code } = transform(readFileSync(path, 'utf8'), {
      loader: 'tsx',
      jsx: 'automatic',
      format: 'esm',
      target: 'esnext',
      sourcemap: 'inline',
      sourcefile: path,
      tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
