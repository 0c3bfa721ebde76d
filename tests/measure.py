"""Runs programs, one for each line of its input, and prints what each of them took.

A line is a JSON object: `argv`, `cwd` and `stderr`, a file for what the program says. The answer is one, too: `code`
(negative for a signal), `seconds` of processor time and `bytes` at the most in memory.

A program begins its life as a copy of who starts it, and that copy counts as its memory. This process is small.
"""

import json
import os
import subprocess
import sys

UNIT = 1 if sys.platform == "darwin" else 1024

for line in sys.stdin:
    asked = json.loads(line)
    with open(asked["stderr"], "wb") as said:
        program = subprocess.Popen(
            asked["argv"], cwd=asked["cwd"], env={}, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said
        )
        _, status, used = os.wait4(program.pid, 0)
    answer = {
        "code": os.waitstatus_to_exitcode(status),
        "seconds": used.ru_utime + used.ru_stime,
        "bytes": used.ru_maxrss * UNIT,
    }
    print(json.dumps(answer), flush=True)
