import fc from 'fast-check';

// In CI every run tries the same cases, so that a change is judged by itself; elsewhere each run tries new ones.
if (process.env.CI) fc.configureGlobal({ seed: 20_200_420 });
