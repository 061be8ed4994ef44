// Starts the site: fetches the program, with the corpus in it, and runs it.

import init from "program/vitrine.js";
import program from "program/vitrine_bg.wasm";
import { fetchPart } from "./fetch-part.js";
import { keepOffline } from "./offline.js";
import { start } from "./start.js";

start(init, fetchPart(program));
keepOffline();
