-- What wrk asks for where it is more than one address, and what it tells: one line of JSON.

local threads = {}

function setup(thread)
  thread:set("number", #threads)
  thread:set("unacknowledged", 0)
  table.insert(threads, thread)
end

function init(args)
  if args[1] == "bodies" then
    send_each_line_of(args[2])
  elseif #args > 0 then
    ask_by_turns(args)
  end
end

function ask_by_turns(paths)
  local requests, turn = {}, 0
  for n, path in ipairs(paths) do requests[n] = wrk.format(nil, path) end
  request = function()
    turn = turn % #requests + 1
    return requests[turn]
  end
end

-- Of two threads each sends every second line. Where lines run out, nothing is acknowledged.
function send_each_line_of(file)
  local bodies, next_one = {}, number + 1
  for line in io.lines(file) do table.insert(bodies, line) end
  request = function()
    local body = bodies[next_one] or ""
    next_one = next_one + 2
    return wrk.format("POST", nil, nil, body)
  end
  response = function(status, headers, body)
    if not body:find("It has arrived", 1, true) then unacknowledged = unacknowledged + 1 end
  end
end

function done(summary, latency)
  local e = summary.errors
  local failed = e.connect + e.read + e.write + e.timeout + e.status
  for _, thread in ipairs(threads) do failed = failed + thread:get("unacknowledged") end
  io.write(string.format(
    '{"requests": %d, "seconds": %f, "p50": %f, "p95": %f, "p99": %f, "failed": %d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3,
    latency:percentile(95) / 1e3, latency:percentile(99) / 1e3, failed))
end
