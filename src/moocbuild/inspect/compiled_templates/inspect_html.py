from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'inspect.html'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_name = resolve('name')
    l_0_css = resolve('css')
    l_0_range = resolve('range')
    l_0_kind = resolve('kind')
    l_0_title = resolve('title')
    l_0_result = resolve('result')
    l_0_glance = resolve('glance')
    l_0_refused = resolve('refused')
    l_0_deep = resolve('deep')
    l_0_found = resolve('found')
    l_0_outline = resolve('outline')
    l_0_files = resolve('files')
    l_0_more = resolve('more')
    try:
        t_1 = environment.filters['min']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named 'min' found.")
    pass
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">\n<title>'
    yield escape((undefined(name='name') if l_0_name is missing else l_0_name))
    yield ': what is in this package</title>\n<style>\n'
    yield escape((undefined(name='css') if l_0_css is missing else l_0_css))
    yield '\n.outline { list-style: none; padding: 0; }\n'
    for l_1_depth in context.call((undefined(name='range') if l_0_range is missing else l_0_range), 1, 13):
        _loop_vars = {}
        pass
        yield '.depth-'
        yield escape(l_1_depth)
        yield ' { padding-inline-start: '
        yield escape(((l_1_depth - 1) * 1.25))
        yield 'rem; }\n'
    l_1_depth = missing
    yield '.findings tbody th { min-width: 4.5rem; }\n.findings td:nth-child(3) { min-width: 11rem; }\n.findings td:nth-child(4) { min-width: 15rem; }\n.severity-error { color: var(--warn); font-weight: 650; }\n</style>\n</head>\n<body>\n<header>\n<div class="page">\n<p class="kicker">'
    yield escape(((undefined(name='kind') if l_0_kind is missing else l_0_kind) or 'Package'))
    yield '</p>\n<h1>'
    yield escape(((undefined(name='title') if l_0_title is missing else l_0_title) or (undefined(name='name') if l_0_name is missing else l_0_name)))
    yield '</h1>\n<p><code>'
    yield escape((undefined(name='name') if l_0_name is missing else l_0_name))
    yield '</code></p>\n<p class="lead">'
    yield escape((undefined(name='result') if l_0_result is missing else l_0_result))
    yield '</p>\n</div>\n</header>\n<main class="page">\n<section>\n<h2 id="glance">At a glance</h2>\n<dl class="glance">\n'
    for (l_1_label, l_1_value) in (undefined(name='glance') if l_0_glance is missing else l_0_glance):
        _loop_vars = {}
        pass
        yield '<div><dt>'
        yield escape(l_1_label)
        yield '</dt><dd>'
        yield escape(l_1_value)
        yield '</dd></div>\n'
    l_1_label = l_1_value = missing
    yield '</dl>\n'
    if (undefined(name='refused') if l_0_refused is missing else l_0_refused):
        pass
        yield '<p class="note">Nothing of the package was unpacked, run or fetched. Where it was refused as a whole, only the first fault is listed.</p>\n'
    elif (undefined(name='deep') if l_0_deep is missing else l_0_deep):
        pass
        yield '<p class="note">The archive, its XML and the rules of the standard were checked. Nothing was unpacked, run or fetched.</p>\n'
    else:
        pass
        yield '<p class="note">The archive and its XML were checked, not the rules of the standard. Nothing was unpacked, run or fetched.</p>\n'
    yield '</section>\n\n<section>\n<h2 id="findings">Findings</h2>\n'
    if (undefined(name='found') if l_0_found is missing else l_0_found):
        pass
        yield '<div class="wide" role="region" tabindex="0" aria-labelledby="findings">\n<table class="close findings">\n<thead><tr><th scope="col">Code</th><th scope="col">Level</th><th scope="col">Place</th><th scope="col">What is wrong</th><th scope="col">What to do</th></tr></thead>\n<tbody>\n'
        for l_1_f in (undefined(name='found') if l_0_found is missing else l_0_found):
            _loop_vars = {}
            pass
            yield '<tr><th scope="row">'
            yield escape(environment.getattr(l_1_f, 'code'))
            yield '</th><td class="severity-'
            yield escape(environment.getattr(l_1_f, 'severity'))
            yield '">'
            yield escape(environment.getattr(l_1_f, 'severity'))
            yield '</td><td><code>'
            yield escape(environment.getattr(l_1_f, 'place'))
            yield '</code></td><td><bdi>'
            yield escape(environment.getattr(l_1_f, 'message'))
            yield '</bdi></td><td><bdi>'
            yield escape(environment.getattr(l_1_f, 'help'))
            yield '</bdi></td></tr>\n'
        l_1_f = missing
        yield '</tbody>\n</table>\n</div>\n'
    else:
        pass
        yield '<p>Nothing was found.</p>\n'
    yield '</section>\n\n'
    if (undefined(name='outline') if l_0_outline is missing else l_0_outline):
        pass
        yield '<section>\n<h2 id="contents">Contents</h2>\n<ul class="outline">\n'
        for (l_1_depth, l_1_title, l_1_refers) in (undefined(name='outline') if l_0_outline is missing else l_0_outline):
            _loop_vars = {}
            pass
            yield '<li class="depth-'
            yield escape(t_1(environment, [l_1_depth, 12]))
            yield '"><bdi>'
            yield escape(l_1_title)
            yield '</bdi>'
            if l_1_refers:
                pass
                yield ' <code>'
                yield escape(l_1_refers)
                yield '</code>'
            yield '</li>\n'
        l_1_depth = l_1_title = l_1_refers = missing
        yield '</ul>\n</section>\n'
    yield '\n'
    if (undefined(name='files') if l_0_files is missing else l_0_files):
        pass
        yield '<section>\n<h2 id="files">Files</h2>\n<div class="wide" role="region" tabindex="0" aria-labelledby="files">\n<table class="close">\n<thead><tr><th scope="col">Name</th><th scope="col" class="number">Size</th></tr></thead>\n<tbody>\n'
        for (l_1_name, l_1_size) in (undefined(name='files') if l_0_files is missing else l_0_files):
            _loop_vars = {}
            pass
            yield '<tr><th scope="row"><code>'
            yield escape(l_1_name)
            yield '</code></th><td class="number">'
            yield escape(l_1_size)
            yield '</td></tr>\n'
        l_1_name = l_1_size = missing
        yield '</tbody>\n</table>\n</div>\n'
        if (undefined(name='more') if l_0_more is missing else l_0_more):
            pass
            yield '<p class="note">… and '
            yield escape((undefined(name='more') if l_0_more is missing else l_0_more))
            yield ' more.</p>\n'
        yield '</section>\n'
    yield '</main>\n<footer class="page"><p>Made by moocbuild. <code>moocbuild explain CODE</code> says more about a finding.</p></footer>\n</body>\n</html>'

blocks = {}
debug_info = '7=31&9=33&11=35&12=39&23=45&24=47&25=49&26=51&33=53&34=57&37=63&39=66&48=73&53=76&54=80&64=98&68=101&69=105&75=118&82=121&83=125&88=131&89=134'
