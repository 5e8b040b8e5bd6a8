import { defineConfig } from 'rolldown';

/**
 * The program in a few files: from some two hundred files of its own and of libraries it takes twice as long to start. Every command stays a file of its own and is
 * loaded when it is asked for. Names are kept, so that a stack says where it comes from.
 */
export default defineConfig({
  input: 'src/cli/main.ts',
  platform: 'node',
  output: { dir: 'dist/bundled', format: 'esm', cleanDir: true },
});
