-- What wrk asks for, where several addresses take turns, and what it tells: one line of JSON.

function init(args)
  if #args == 0 then return end
  local requests, turn = {}, 0
  for n, path in ipairs(args) do requests[n] = wrk.format(nil, path) end
  request = function()
    turn = turn % #requests + 1
    return requests[turn]
  end
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format('{"requests": %d, "seconds": %f, "p50": %f, "p95": %f, "p99": %f, "failed": %d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3,
    latency:percentile(95) / 1e3, latency:percentile(99) / 1e3, e.connect + e.read + e.write + e.timeout + e.status))
end
