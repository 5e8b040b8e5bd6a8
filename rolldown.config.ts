import { defineConfig } from 'rolldown';

/**
 * The program in a few files: from some three hundred files of its own and of libraries it takes twice as long to start. Every command and every format stays a
 * file of its own and is loaded when it is asked for; what most of them need is one. Names are kept, so that a stack says where it comes from.
 * CommonJS, because only of that can be kept what V8 has made of it: see `bin/compiled.js`.
 */
export default defineConfig({
  input: 'src/cli/main.ts',
  platform: 'node',
  output: {
    dir: 'dist/bundled',
    format: 'cjs',
    cleanDir: true,
    codeSplitting: { groups: [{ name: 'shared', minShareCount: 8 }] },
  },
  plugins: [
    {
      name: 'kind-of-module',
      generateBundle() {
        this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }\n' });
      },
    },
  ],
});
