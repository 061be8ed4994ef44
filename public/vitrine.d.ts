// What other programs can ask of the page: `window.vitrine`.

/** A passage: the unit that is found, labelled, linked and cited. */
export interface Passage {
  id: string;
  doc: string;
  /** Lines of the source file, counted from 1, first and last. */
  source: { file: string; lines: [number, number] };
  /** Language tag (BCP 47); Chinese with its script. */
  lang: string;
  role: "content" | "heading" | "caption" | "metadata" | "boilerplate" | "reference";
  /** Id of the earlier passage of the same document that this one says again. */
  repeats: string | null;
  /** Id of its translation in the same document. */
  parallel: string | null;
  text: string;
  /** The headings above it, outermost first. */
  heading: string[];
  /** Spans are UTF-16 offsets into `text`, as JavaScript counts. */
  themes: { id: string; by: "rule" | "curator"; evidence: [number, number][] }[];
  levels: string[];
  actors: string[];
  people: string[];
  /** `edtf`: ISO 8601-2, such as `2024-06-19`, `2024-06`, `2014/2017`. */
  dates: { text: string; edtf: string }[];
  figures: { text: string; value: number; upper?: number; unit: string }[];
}

export interface Document {
  id: string;
  file: string;
  /** By language tag. */
  title: Record<string, string>;
  authors: string[];
  publisher: string | null;
  date: string | null;
  languages: string[];
  rights: string | null;
  /** What kind of document it is, in the words of CSL, such as `article-journal`. */
  type: string | null;
  /** The journal, book or site that it is a part of, where that is not the publisher. */
  container: string | null;
  /** Where it was published first. */
  url: string | null;
  /** Digital object identifier, such as `10.1000/182`. */
  doi: string | null;
  passages: number;
}

export interface Corpus {
  id: string;
  /** The same input gives the same version. */
  version: string;
  /** By language tag. */
  title: Record<string, string>;
  description: Record<string, string>;
  languages: string[];
  documents: Document[];
  facets: { id: string; label: Record<string, string>; values: FacetValue[] }[];
}

export interface FacetValue {
  id: string;
  label: Record<string, string>;
  /** Id of the value above it. */
  parent: string | null;
}

export interface SearchOptions {
  /** At most so many hits; 20 if not said, all for `Infinity`, none for less than one. */
  limit?: number;
  /**
   * Chosen values by facet: OR inside a facet, AND across. A `-` before the name leaves out.
   * Or a list of the facets to count, where nothing is chosen; all are counted if not said.
   */
  facets?: Record<string, string | string[]> | string[];
  /** Best first if not said. */
  sort?: "relevance" | "corpus" | "date";
}

export interface SearchAnswer {
  /** How many passages there are in all. */
  total: number;
  /** The first of them in the order of `sort`. What is inside a passage is shared with other answers and frozen. */
  hits: (Passage & { score: number })[];
  /** Values that some passage has, counted as if the facet had no selection. */
  facets: Record<string, { id: string; count: number }[]>;
}

/** What a list needs that changes with every keystroke. */
export interface QuickAnswer {
  total: number;
  /** The first of them, best first, each with the part of its text in which most words were found. */
  hits: { id: string; excerpt: string }[];
  /**
   * How many passages have each value of each facet, in the order of `corpus().facets` and their `values`; where no
   * facets were asked for.
   */
  counts?: Uint32Array;
  /** The facets that were asked for: how many passages have each value that some passage has. */
  facets?: Record<string, Record<string, number>>;
}

export interface QuickOptions {
  /** At most so many hits; 20 if not said, all for `Infinity`, none for less than one. */
  limit?: number;
  /** Facets to count by value. */
  facets?: string[];
}

export interface Vitrine {
  /**
   * Settled when all that is below `whole` can be asked; rejected when the page cannot start. Questions, and words that
   * no passage has, are answered as well as they can be only once `whole` has settled too.
   */
  ready: Promise<Vitrine>;
  /**
   * Settled when the rest of the program has come, with the words that are related to those of the corpus and the
   * curator's keywords. It may never come where the network is lost first.
   */
  whole: Promise<Vitrine>;
  /** Throws an `Error` that names a facet, a value or an order there is not. */
  search(query: string, options?: SearchOptions): SearchAnswer;
  /** As `search` without a selection, at a fraction of the cost. Throws an `Error` that names what is no facet. */
  query(query: string, options?: QuickOptions | number): QuickAnswer;
  /** Ids of all passages that match, best first. */
  ids(query: string): string[];
  passage(id: string): Passage | null;
  corpus(): Corpus;
}

declare global {
  interface Window {
    vitrine: Vitrine;
  }
}
