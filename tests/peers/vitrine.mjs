/**
 * This page as a contestant of a harness that measures search libraries in a browser. `cargo xtask bench
 * --peers DIR` copies it into the harness' `src/adapters/`.
 *
 * The harness asks for { ready(), query(q, { limit, facets }), ids(q) }, with the counts of a facet as an
 * object from value to count. The page answers `window.vitrine.query` with all counts as one array of
 * numbers in the order of `window.vitrine.corpus().facets`: what turns them into such objects is here, runs
 * inside what is timed, and makes what it is asked for and nothing later.
 *
 * $VITRINE_PAGES is a folder with a built site for each corpus, `CORPUS/dist`.
 */
const pageScript = `
const api = new Promise((resolve) => {
  let value
  Object.defineProperty(globalThis, 'vitrine', {
    configurable: true, get: () => value, set(given) { value = given; resolve(given) },
  })
})
let page, facets
export async function ready() {
  page = await (await api).ready
}
/** The values of each facet, and where its counts begin. */
function described() {
  let start = 0
  return Object.fromEntries(page.corpus().facets.map(({ id, values }) => {
    const facet = { start, ids: values.map((value) => value.id) }
    start += values.length
    return [id, facet]
  }))
}
export function query(q, { limit, facets: wanted }) {
  const { total, hits, counts } = page.query(q, limit)
  if (!wanted) return { total, hits }
  facets ??= described()
  const counted = {}
  for (const name of wanted) {
    const { start, ids } = facets[name]
    const values = counted[name] = {}
    for (let n = 0; n < ids.length; n++) if (counts[start + n]) values[ids[n]] = counts[start + n]
  }
  return { total, hits, facets: counted }
}
export const ids = (q) => page.ids(q)
`

export default {
  name: 'vitrine',
  config: 'this page, release build',
  packages: [],
  facets: 'native',
  pageScript,
  async build(corpus) {
    const pages = process.env.VITRINE_PAGES
    if (!pages) throw new Error('VITRINE_PAGES names the folder of the built pages')
    return { dir: `${pages}/${corpus.name}/dist`, indexMs: null, prebuilt: true, inject: true }
  },
}
