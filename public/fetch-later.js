// The later part of the program, with the styles of what it draws: where one does not come, neither does the other,
// and the page says so.

import style from "program/later.css";
import { fetchPart as fetchProgram } from "./fetch-part.js";

/** The part as a response, once its styles hold. */
export async function fetchPart(part) {
  const [response] = await Promise.all([fetchProgram(part), dress()]);
  return response;
}

let dressed = false;

// Read as text, whatever type the host says it has. The page's own styles say how these stand among them
// (style/tokens.css).
async function dress() {
  const response = await fetch(style);
  if (!response.ok) throw new Error(`${style}: ${response.status} ${response.statusText}`);
  const sheet = await new CSSStyleSheet().replace(await response.text());
  if (!dressed) document.adoptedStyleSheets.push(sheet);
  dressed = true;
}
