#!/usr/bin/env bash
# Records the golden games afresh, one link a line: those of the scenarios named, or of all. Run it after a change of rules
# or scenario that is meant to change games (raise RULES_VERSION with it), and say in the commit why the digests moved.
set -euo pipefail
cd "$(dirname "$0")/../.."
# As many games of each scenario as tests/play/golden.test.ts asks for: a long scenario needs fewer to touch every rule.
declare -A counts=([kunlun-pass]=6 [west-hunan]=2 [lesson]=2)
if [ $# -eq 0 ]; then
  set -- "${!counts[@]}"
fi
games="$(mktemp -d)"
trap 'rm -rf "$games"' EXIT
for scenario in "$@"; do
  count="${counts[$scenario]}"
  node bin/ridgeline.js sim "$scenario" --games "$count" --seed golden --jobs 1 --record "$games" > /dev/null
  for ((i = 1; i <= count; i++)); do
    node bin/ridgeline.js replay "$games/$scenario-golden-$i.json" --link
  done > "$games/links"
  mv "$games/links" "tests/records/$scenario.links"
done
