# The stages of ./check: running one, its table, its stamps and the files it looks at. Sourced.

table=""
tests_passed=0
tests_failed=0
stage_pid=""

stop_stage() {
    [ -z "$stage_pid" ] || kill -TERM -- "-$stage_pid" 2>/dev/null || true
}

# Adds up what the test runners said about themselves: ctest, vitest and node's TAP.
# The sanitizer stage runs tests again that are counted already.
count_tests() {
    local log=$1 name=$2 numbers
    [ "$name" = "asan, ubsan" ] && return
    numbers=$(sed 's/\x1b\[[0-9;]*m//g' "$log" | awk '
        /tests passed, .* tests failed out of/ { failed += $4; passed += $NF - $4 }
        /^ *Tests  .*\([0-9]+\)/ {
            for (i = 1; i <= NF; ++i) { if ($i ~ /^passed/) passed += $(i-1); if ($i ~ /^failed/) failed += $(i-1) }
        }
        /^# pass [0-9]+$/ { passed += $3 }
        /^# fail [0-9]+$/ { failed += $3 }
        END { print passed + 0, failed + 0 }')
    tests_passed=$((tests_passed + ${numbers% *}))
    tests_failed=$((tests_failed + ${numbers#* }))
}

summary() {
    printf '\n%-16s %8s\n%s\n%s\n' "stage" "seconds" "$table" "$1"
    echo "$tests_passed passed, $tests_failed failed"
}

# stage NAME COMMAND…: runs it in a process group of its own, so nothing of it stays behind.
stage() {
    local name=$1 log="$logs/${1//[ ,]/-}.log" start=$SECONDS code
    shift
    printf '%-16s ' "$name"
    set -m
    "$@" >"$log" 2>&1 9>&- </dev/null &
    stage_pid=$!
    set +m
    wait "$stage_pid"
    code=$?
    stop_stage
    stage_pid=""
    printf '%s %5d s\n' "$([ $code -eq 0 ] && echo ok || echo FAILED)" $((SECONDS - start))
    table+="$(printf '%-16s %8d' "$name" $((SECONDS - start)))"$'\n'
    count_tests "$log" "$name"
    [ $code -eq 0 ] && return
    tail -n 60 "$log"
    [ "$tests_failed" -gt 0 ] || tests_failed=1
    summary "Failed: $name. The whole log is in $log"
    exit 1
}

fingerprint() { cat "$@" 2>/dev/null | sha1sum | cut -d' ' -f1; }
unchanged() { local name=$1; shift; [ "$(cat "$logs/passed/$name" 2>/dev/null)" = "$(fingerprint "$@")" ]; }
passed() { local name=$1; shift; fingerprint "$@" >"$logs/passed/$name"; }

# Files of ours that match and are there: a deleted one is still in the index.
cpp_files() {
    git ls-files -z -co --exclude-standard -- "$@" | while IFS= read -r -d '' file; do
        [ ! -e "$file" ] || printf '%s\0' "$file"
    done
}

# Only what was looked at completely may serve as the base of the next look.
remember_green() { [ -e "$logs/passed/tidy/left-over" ] || git rev-parse HEAD >"$logs/passed/commit" 2>/dev/null || true; }

# Sources that differ from the last green commit, else from where the branch left, else from the last commit.
changed_sources() {
    local base
    base=$(cat "$logs/passed/commit" 2>/dev/null || true)
    git cat-file -e "${base:-none}^{commit}" 2>/dev/null || base=$(git merge-base HEAD origin/HEAD 2>/dev/null || true)
    if [ -z "$base" ] || [ "$base" = "$(git rev-parse HEAD)" ] && [ ! -f "$logs/passed/commit" ]; then
        base=$(git rev-parse -q --verify HEAD~1 || git rev-parse HEAD)
    fi
    { git diff --name-only --diff-filter=d "$base"; git ls-files -o --exclude-standard; } |
        grep -E '^(app|server|midi|ui)/.*\.(cpp|h)$' | sed 's/\.h$/.cpp/' | sort -u |
        while read -r file; do [ ! -f "$file" ] || echo "$file"; done
}

# A clang-tidy of one file takes half a minute; what does not fit in a short check is left to --full.
kMostTidied=24

# A file by its content and that of our headers it names.
tidy_mark() {
    local headers
    mapfile -t headers < <(sed -n 's/^#include "\(.*\)"/\1/p' "$1")
    fingerprint "$1" .clang-tidy "${headers[@]}"
}

tidy_one() {
    clang-tidy-14 -p build/tidy --quiet "$1" 2>/dev/null || { echo "clang-tidy: $1"; return 1; }
}
export -f tidy_one

tidy_files() {
    local files=() file mark todo=()
    mapfile -t files <<<"$1"
    mkdir -p "$logs/passed/tidy"
    rm -f "$logs/passed/tidy/left-over"
    for file in "${files[@]}"; do
        mark=$(tidy_mark "$file")
        [ -f "$logs/passed/tidy/$mark" ] || todo+=("$file")
    done
    if [ -z "$full" ] && [ ${#todo[@]} -gt $kMostTidied ]; then
        echo "$((${#todo[@]} - kMostTidied)) of ${#todo[@]} changed files are left to the next check, or to ./check --full"
        touch "$logs/passed/tidy/left-over"
        todo=("${todo[@]:0:$kMostTidied}")
    fi
    [ ${#todo[@]} -gt 0 ] || return 0
    printf '%s\0' "${todo[@]}" | xargs -0 -P "$jobs" -I{} bash -c 'tidy_one {}' || return 1
    for file in "${todo[@]}"; do
        touch "$logs/passed/tidy/$(tidy_mark "$file")"
    done
}
