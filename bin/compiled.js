'use strict';

const { existsSync, readFileSync } = require('node:fs');
const path = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script, constants } = require('node:vm');

const BUNDLE = path.join(__dirname, '../dist/bundled');

/** What V8 made of the bundle when it was built. Another V8 takes nothing from it. */
const COMPILED = path.join(BUNDLE, `compiled-${process.versions.v8}-${process.arch}`);
const isCompiled = existsSync(COMPILED);

// As the program sets it: V8 takes only what was made under the same flags.
setFlagsFromString('--heap-growing-percent=20');

/** The files of the bundle that are loaded, by their names. */
const files = new Map();

/** What a file of the bundle exports. It is not compiled again where the build has kept what V8 made of it: that is half of what a start costs. */
function loaded(name) {
  const known = files.get(name);
  if (known) return known.module.exports;
  const filename = path.join(BUNDLE, name);
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'utf8')}\n})`, {
    filename,
    cachedData: isCompiled ? compiled(name) : undefined,
    // A module of Node that is asked for later is loaded as anywhere else.
    importModuleDynamically: constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const module = { exports: {} };
  files.set(name, { module, script });
  script.runInThisContext()(module.exports, required, module, filename, BUNDLE);
  return module.exports;
}

/** What the build has kept of a file; nothing of one that it did not run. */
function compiled(name) {
  const filename = path.join(COMPILED, name);
  return existsSync(filename) ? readFileSync(filename) : undefined;
}

/** What a file of the bundle asks for: another of its files, or a module of Node. */
const required = (name) => (name.startsWith('./') ? loaded(name.slice(2)) : require(name));

module.exports = { COMPILED, files, loaded };
