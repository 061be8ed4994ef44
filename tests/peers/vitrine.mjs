/**
 * This page as a contestant of a harness that measures search libraries in a browser. `cargo xtask bench
 * --peers DIR` copies it into the harness' `src/adapters/`.
 *
 * The harness asks for { ready(), query(q, { limit, facets }), ids(q) }, which is what `window.vitrine` has.
 *
 * $VITRINE_PAGES is a folder with a built site for each corpus, `CORPUS/dist`.
 */
import { distContestant } from '../lib/dist.mjs'

const pages = () => {
  const { VITRINE_PAGES } = process.env
  if (!VITRINE_PAGES) throw new Error('VITRINE_PAGES names the folder of the built pages')
  return VITRINE_PAGES
}

export default distContestant({
  name: 'vitrine',
  config: 'this page, release build',
  object: 'vitrine',
  dist: (corpus) => `${pages()}/${corpus}/dist`,
})
