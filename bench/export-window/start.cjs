/** An application's entry is loaded by `require`, which takes no module. */
void import('./main.mjs');
