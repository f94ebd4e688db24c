-- wrk script: requests drawn at random from a plan (PLAN: lines of method, path and body between tabs), with the
-- bearer token of TOKEN if there is one. Prints a line of JSON at the end.
local requests = {}

function init(arguments)
  local token = os.getenv("TOKEN")
  local headers = { ["Sec-Fetch-Site"] = "same-origin" }
  if token and token ~= "" then headers["Authorization"] = "Bearer " .. token end
  for line in io.lines(os.getenv("PLAN")) do
    local method, path, body = line:match("^(.-)\t(.-)\t(.*)$")
    headers["Content-Type"] = body ~= "" and "application/json" or nil
    requests[#requests + 1] = wrk.format(method, path, headers, body ~= "" and body or nil)
  end
  math.randomseed(7)
end

function request()
  return requests[math.random(#requests)]
end

function done(summary, latency, all)
  local errors = summary.errors
  io.write(string.format(
    'JSON {"requests": %d, "seconds": %.3f, "p50": %.3f, "p99": %.3f, "refused": %d, "broken": %d, "timeouts": %d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.status, errors.connect + errors.read + errors.write, errors.timeout))
end
