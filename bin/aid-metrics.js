#!/usr/bin/env node
require('./compiled.js').loaded('main.js');
