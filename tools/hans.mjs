/**
 * Simplified Chinese out of Traditional: scenario words, messages of the page and the rulebook. Characters and phrases by
 * OpenCC; then the words that a reader on the mainland would choose where the characters alone do not give them.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Converter } from 'opencc-js';

const ROOT = join(import.meta.dirname, '..');

/** After the conversion of characters: usage here, usage there. Whole phrases first, single characters last. */
const MAINLAND = [
  ['资讯框', '信息框'],
  ['资讯', '信息'],
  ['软体', '软件'],
  ['滑鼠', '鼠标'],
  ['连结', '链接'],
  ['档案', '文件'],
  ['萤幕', '屏幕'],
  ['预设', '默认'],
  ['设定', '设置'],
  ['储存', '保存'],
  ['视窗', '窗口'],
  ['网路', '网络'],
  ['选单', '菜单'],
  ['列印', '打印'],
  ['字元', '字符'],
  ['程式', '程序'],
  ['资料夹', '文件夹'],
  ['资料库', '数据库'],
  ['公尺', '米'],
  ['公吨', '吨'],
  ['计画', '计划'],
  ['砲', '炮'],
  ['「', '“'],
  ['」', '”'],
  ['『', '‘'],
  ['』', '’'],
];

const byCharacter = Converter({ from: 'tw', to: 'cn' });

/** A text in Simplified Chinese as it is written on the mainland. */
export function simplified(text) {
  let result = byCharacter(text);
  for (const [here, there] of MAINLAND) result = result.replaceAll(here, there);
  return result;
}

function simplifiedJson(text) {
  const entries = Object.entries(JSON.parse(text)).map(([key, value]) => [key, simplified(value)]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

function traditionalFiles() {
  const scenarios = join(ROOT, 'scenarios');
  const messages = join(ROOT, 'src/ui/locales/zh-Hant');
  return [
    ...readdirSync(scenarios).map((id) => join(scenarios, id, 'words/zh-Hant.json')),
    ...readdirSync(messages)
      .filter((name) => name.endsWith('.json'))
      .map((name) => join(messages, name)),
    join(ROOT, 'docs/rulebook.zh-Hant.md'),
  ].filter(existsSync);
}

/** Every file in Simplified Chinese as it ought to be, by its path from the root of the project. */
export function simplifiedFiles() {
  return traditionalFiles().map((path) => {
    const text = readFileSync(path, 'utf8');
    return {
      path: relative(ROOT, path).replaceAll('zh-Hant', 'zh-Hans'),
      text: path.endsWith('.json') ? simplifiedJson(text) : simplified(text),
    };
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  for (const { path, text } of simplifiedFiles()) writeFileSync(join(ROOT, path), text);
