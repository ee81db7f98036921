#!/usr/bin/env bash
# Builds the targets, gives the library the probes that AFL++ follows, and lets it look for what breaks a promise.
# usage: fuzz.sh <target> [<seconds>]
set -euo pipefail
cd "$(dirname "$0")"
target=${1:?usage: fuzz.sh <target> [<seconds>]}
out=bin/fuzz
findings=bin/findings/$target

# Once: a library is not instrumented twice.
if [ ! -f "$out/instrumented" ]; then
  dotnet build -c Release -o "$out" -v quiet
  sharpfuzz "$out/TypedWebhookAlerts.dll"
  sharpfuzz "$out/TypedWebhookAlerts.Generators.dll"
  sharpfuzz "$out/TypedWebhookAlerts.Fuzzing.dll" StatsBot
  touch "$out/instrumented"
fi

mkdir -p "$findings"
export AFL_SKIP_BIN_CHECK=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_AUTORESUME=1
export DOTNET_TieredPGO=0 DOTNET_gcServer=0
exec nice -n 19 afl-fuzz -i "Corpus/$target" -o "$findings" -t 10000 -m none ${2:+-V "$2"} \
  -- dotnet "$out/TypedWebhookAlerts.Fuzzing.dll" afl "$target"
