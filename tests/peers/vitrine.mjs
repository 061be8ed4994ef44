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

const dist = (corpus) => `${pages()}/${corpus}/dist`

const asked = distContestant({ name: 'vitrine', config: 'this page, release build', object: 'vitrine', dist })

/**
 * The same page, asked for the very words, as the scans are: each in quotation marks, so that nothing stands for it.
 * What is found is then the same, and so is the work.
 */
const asWritten = distContestant({
  name: 'vitrine-as-written',
  config: 'this page, release build, each word in quotation marks',
  object: 'vitrine',
  dist,
})
const quoted = "q.split(/\\s+/).map((word) => '\"' + word + '\"').join(' ')"
asWritten.pageScript = asWritten.pageScript
  .replace('target().query(q, options)', `target().query(${quoted}, options)`)
  .replace('target().ids(q)', `target().ids(${quoted})`)
if (asWritten.pageScript.split(quoted).length !== 3) throw new Error('the harness asks otherwise than it did')

export default [asked, asWritten]
