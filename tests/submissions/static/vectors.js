// Runs the vectors of ../schema/vectors.json through the browser's scripts; prints what differs as JSON.
"use strict";

const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { runInThisContext } = require("node:vm");

const scripts = join(__dirname, "../../../submissions/static/submissions");
for (const name of ["expressions.js", "evaluation.js"]) runInThisContext(readFileSync(join(scripts, name), "utf8"), name);
const { Fraction, Evaluation, evaluate } = globalThis.madoguchi;
const vectors = JSON.parse(readFileSync(join(__dirname, "../schema/vectors.json"), "utf8"));
const TODAY = "2026-11-24";

class Row {
  constructor(values, parent, { today = TODAY, applicant = "individual", tables = {} }) {
    Object.assign(this, { values, parent, today, applicant, tables });
  }
  answer(key) {
    if (key in this.values) return this.values[key];
    return this.parent ? this.parent.answer(key) : null;
  }
  rows(group) {
    return (this.values[group] || []).map((row) => new Row(row, this, this));
  }
}

const text = (value) => {
  if (!(value instanceof Fraction)) return value;
  return value.bottom === 1n ? `${value.top}` : `${value.top}/${value.bottom}`;
};
const path = ([area, key]) => `${area.prefix}${key}`;

function everything(evaluation) {
  const { fields } = evaluation.form;
  const keys = Object.keys(fields);
  const shown = keys.flatMap((key) => evaluation.areasOf(key).map((area) => [area, key])).filter(([area, key]) => area.isShown(key));
  const sentences = (effect) =>
    Object.fromEntries(shown.map((one) => [path(one), one[0].sentences(effect, one[1])]).filter(([, said]) => said.length));
  const of = (wanted, tell) => Object.fromEntries(shown.filter(([, key]) => wanted(fields[key])).map((one) => [path(one), tell(...one)]));
  return {
    shown: shown.map(path).sort(),
    required: shown.filter(([area, key]) => fields[key].kind !== "group" && area.isRequired(key)).map(path).sort(),
    limits: sentences("limit"),
    warnings: sentences("warn"),
    calculated: of((field) => field.kind === "calculated", (area, key) => area.value(key)),
    offered: of(
      (field) => field.choices,
      (area, key) => Object.keys(fields[key].choices).filter((choice) => area.isWanted(`${key}:${choice}`)),
    ),
  };
}

const sorted = (value) => {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
};
const same = (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

const wrong = [];
for (const { name, expression, expect, answers = {}, ...settings } of vectors.expressions) {
  const found = text(evaluate(expression, new Row(answers, null, settings)));
  if (!same(found, expect)) wrong.push({ name, found, expect });
}
for (const { name, fields, rules, answers, expect, today = TODAY, applicant = "individual" } of vectors.forms) {
  const form = { today, applicant, tables: {}, steps: {}, fields: {} };
  for (const [key, field] of Object.entries(fields)) {
    form.steps[key] = field.step;
    const choices = field.choices && Object.fromEntries(field.choices.map((choice) => [choice, choice]));
    form.fields[key] = { groups: [], required: true, ...field, choices };
  }
  form.rules = rules.map((rule) => ({ when: true, check: true, ...rule }));
  const found = everything(new Evaluation(form, answers));
  for (const what of Object.keys(expect)) {
    if (!same(found[what], expect[what])) wrong.push({ name, what, found: found[what], expect: expect[what] });
  }
}
process.stdout.write(JSON.stringify({ run: vectors.expressions.length + vectors.forms.length, wrong }));
