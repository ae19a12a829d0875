#!/usr/bin/env bash
# Records the golden games afresh, one link a line. Run it after a change of rules or scenario that is meant to change
# games (raise RULES_VERSION with it), and say in the commit why the digests moved.
set -euo pipefail
cd "$(dirname "$0")/../.."
games="$(mktemp -d)"
trap 'rm -rf "$games"' EXIT
node bin/ridgeline.js sim kunlun-pass --games 6 --seed golden --jobs 1 --record "$games" > /dev/null
for i in 1 2 3 4 5 6; do
  node bin/ridgeline.js replay "$games/kunlun-pass-golden-$i.json" --link
done > tests/records/kunlun-pass.links
