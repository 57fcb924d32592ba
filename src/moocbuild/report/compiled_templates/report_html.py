from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'report.html'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_language = resolve('language')
    l_0_direction = resolve('direction')
    l_0_t = resolve('t')
    l_0_r = resolve('r')
    l_0_own = resolve('own')
    l_0_date = resolve('date')
    l_0_glance = resolve('glance')
    l_0_since_date = resolve('since_date')
    l_0_c = resolve('c')
    l_0_drawing = resolve('drawing')
    l_0_joined = resolve('joined')
    l_0_media = resolve('media')
    l_0_access_counts = resolve('access_counts')
    l_0_wide = missing
    try:
        t_1 = environment.filters['int']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No filter named 'int' found.")
    try:
        t_2 = environment.filters['join']
    except KeyError:
        @internalcode
        def t_2(*unused):
            raise TemplateRuntimeError("No filter named 'join' found.")
    try:
        t_3 = environment.filters['length']
    except KeyError:
        @internalcode
        def t_3(*unused):
            raise TemplateRuntimeError("No filter named 'length' found.")
    try:
        t_4 = environment.filters['round']
    except KeyError:
        @internalcode
        def t_4(*unused):
            raise TemplateRuntimeError("No filter named 'round' found.")
    try:
        t_5 = environment.filters['sum']
    except KeyError:
        @internalcode
        def t_5(*unused):
            raise TemplateRuntimeError("No filter named 'sum' found.")
    try:
        t_6 = environment.tests['none']
    except KeyError:
        @internalcode
        def t_6(*unused):
            raise TemplateRuntimeError("No test named 'none' found.")
    pass
    def macro(l_1_id, l_1_caller):
        t_7 = []
        if l_1_id is missing:
            l_1_id = undefined("parameter 'id' was not provided", name='id')
        pass
        t_7.extend((
            '<div class="wide" role="region" tabindex="0" aria-labelledby="',
            escape(l_1_id),
            '">\n',
            escape(context.call(l_1_caller)),
            '\n</div>\n',
        ))
        return concat(t_7)
    context.exported_vars.add('wide')
    context.vars['wide'] = l_0_wide = Macro(environment, macro, 'wide', ('id',), False, False, True, context.eval_ctx.autoescape)
    yield '<!DOCTYPE html>\n<html lang="'
    yield escape((undefined(name='language') if l_0_language is missing else l_0_language))
    yield '" dir="'
    yield escape((undefined(name='direction') if l_0_direction is missing else l_0_direction))
    yield '">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'title', title=environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'course'), 'title'), version=environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'course'), 'version')))
    yield '</title>\n<style>\n'
    template = environment.get_template('report.css', 'report.html')
    gen = template.root_render_func(template.new_context(context.get_all(), True, {'c': l_0_c, 'wide': l_0_wide}))
    try:
        for event in gen:
            yield event
    finally: gen.close()
    yield '</style>\n</head>\n<body>\n<header>\n<div class="page">\n<p class="kicker">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'kicker'))
    yield '</p>\n<h1>'
    yield escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'course'), 'title')))
    yield '</h1>\n<p>'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'version', version=environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'course'), 'version'), date=(undefined(name='date') if l_0_date is missing else l_0_date)))
    yield '</p>\n'
    if environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'course'), 'description'):
        pass
        yield '<p class="lead">'
        yield escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'course'), 'description')))
        yield '</p>\n'
    yield '</div>\n</header>\n<main class="page">\n<section>\n<h2 id="glance">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'glance'))
    yield '</h2>\n<dl class="glance">\n'
    for (l_1_name, l_1_value) in (undefined(name='glance') if l_0_glance is missing else l_0_glance):
        _loop_vars = {}
        pass
        yield '<div><dt>'
        yield escape(l_1_name)
        yield '</dt><dd>'
        yield escape(l_1_value)
        yield '</dd></div>\n'
    l_1_name = l_1_value = missing
    yield '</dl>\n</section>\n<nav aria-labelledby="toc">\n<h2 id="toc">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'toc'))
    yield '</h2>\n<ul>\n<li><a href="#changes">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'changes'))
    yield '</a></li>\n<li><a href="#contents">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'contents'))
    yield '</a></li>\n'
    if environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'competencies'):
        pass
        yield '<li><a href="#coverage">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'coverage'))
        yield '</a></li>\n'
    if (not t_6(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'reviews'))):
        pass
        yield '<li><a href="#reviews">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'reviews'))
        yield '</a></li>\n'
    if environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'matrix'), 'targets'):
        pass
        yield '<li><a href="#fit">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'fit'))
        yield '</a></li>\n'
    yield '<li><a href="#packages">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'packages'))
    yield '</a></li>\n<li><a href="#grades">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'grades'))
    yield '</a></li>\n<li><a href="#rights">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'rights'))
    yield '</a></li>\n<li><a href="#privacy">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'privacy'))
    yield '</a></li>\n<li><a href="#access">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'access'))
    yield '</a></li>\n<li><a href="#findings">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'findings'))
    yield '</a></li>\n'
    if environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'guessed'):
        pass
        yield '<li><a href="#guessed">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'guessed'))
        yield '</a></li>\n'
    yield '<li><a href="#sums">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'sums'))
    yield '</a></li>\n</ul>\n</nav>\n\n<section>\n<h2 id="changes">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'changes'))
    yield '</h2>\n'
    if environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'changes'), 'since'):
        pass
        yield '<p>'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'since', version=environment.getattr(environment.getattr(environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'changes'), 'since'), 'old'), 'version'), date=(undefined(name='since_date') if l_0_since_date is missing else l_0_since_date)))
        yield '</p>\n'
        t_8 = 1
        for l_1_group in environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'changes'), 'groups'):
            _loop_vars = {}
            pass
            yield '<h3'
            if environment.getattr(l_1_group, 'loud'):
                pass
                yield ' class="loud"'
            yield '>'
            yield escape(environment.getattr(l_1_group, 'heading'))
            yield '</h3>\n<ul>\n'
            for l_2_line in environment.getattr(l_1_group, 'lines'):
                l_2_shown = resolve('shown')
                _loop_vars = {}
                pass
                yield '<li>'
                yield escape(context.call((undefined(name='shown') if l_2_shown is missing else l_2_shown), l_2_line, _loop_vars=_loop_vars))
                yield '</li>\n'
            l_2_line = l_2_shown = missing
            yield '</ul>\n'
            t_8 = 0
        l_1_group = missing
        if t_8:
            l_1_nothing = resolve('nothing')
            pass
            yield '<p>'
            yield escape((undefined(name='nothing') if l_1_nothing is missing else l_1_nothing))
            yield '</p>\n'
            l_1_nothing = missing
    if environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'changes'), 'lock'):
        pass
        yield '<p>'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'lock'))
        yield '</p>\n<ul>\n'
        for l_1_change in environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'changes'), 'lock'):
            l_1_english = resolve('english')
            _loop_vars = {}
            pass
            yield '<li>'
            yield escape(context.call((undefined(name='english') if l_1_english is missing else l_1_english), l_1_change, _loop_vars=_loop_vars))
            yield '</li>\n'
        l_1_change = l_1_english = missing
        yield '</ul>\n'
    else:
        pass
        yield '<p>'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'lock_none'))
        yield '</p>\n'
    if (not environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'changes'), 'since')):
        pass
        yield '<p class="note">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'no_since'))
        yield '</p>\n'
    yield '</section>\n\n<section>\n<h2 id="contents">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'contents'))
    yield '</h2>\n'
    def macro():
        t_9 = []
        pass
        t_9.extend((
            '<table>\n<thead><tr><th scope="col">',
            escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'module')),
            '</th><th scope="col" class="number">',
            escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'lessons')),
            '</th><th scope="col" class="number">',
            escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'simulations')),
            '</th><th scope="col" class="number">',
            escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'questions')),
            '</th><th scope="col" class="number">',
            escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'minutes')),
            '</th></tr></thead>\n<tbody>\n',
        ))
        for l_2_m in environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'modules'):
            _loop_vars = {}
            pass
            t_9.extend((
                '<tr><th scope="row">',
                escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr(l_2_m, 'title'), _loop_vars=_loop_vars)),
                '</th><td class="number">',
                escape(environment.getattr(l_2_m, 'lessons')),
                '</td><td class="number">',
                escape(environment.getattr(l_2_m, 'simulations')),
                '</td><td class="number">',
                escape(environment.getattr(l_2_m, 'questions')),
                '</td><td class="number">',
                escape((environment.getattr(l_2_m, 'minutes') or '')),
                '</td></tr>\n',
            ))
        l_2_m = missing
        t_9.append(
            '</tbody>\n',
        )
        if (t_3(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'modules')) > 1):
            pass
            t_9.extend((
                '<tfoot><tr><th scope="row">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'total')),
                '</th>',
            ))
            for l_2_name in ('lessons', 'simulations', 'questions', 'minutes'):
                _loop_vars = {}
                pass
                t_9.extend((
                    '<td class="number">',
                    escape((t_5(environment, environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'modules'), attribute=l_2_name) or '')),
                    '</td>',
                ))
            l_2_name = missing
            t_9.append(
                '</tr></tfoot>\n',
            )
        t_9.append(
            '</table>\n',
        )
        return concat(t_9)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    yield context.call((undefined(name='wide') if l_0_wide is missing else l_0_wide), 'contents', caller=caller)
    if environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'kinds'):
        pass
        yield '<ul class="kinds">\n'
        for l_1_k in environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'kinds'):
            _loop_vars = {}
            pass
            yield '<li>'
            yield escape(environment.getattr(l_1_k, 'kind'))
            yield ' <b>'
            yield escape(environment.getattr(l_1_k, 'n'))
            yield '</b></li>\n'
        l_1_k = missing
        yield '</ul>\n'
    yield '</section>\n\n'
    if environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'competencies'):
        pass
        l_0_c = environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'competencies')
        context.vars['c'] = l_0_c
        context.exported_vars.add('c')
        yield '<section>\n<h2 id="coverage">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'coverage'))
        yield '</h2>\n<p>'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'coverage_lead', title=environment.getattr((undefined(name='c') if l_0_c is missing else l_0_c), 'title'), items=environment.getitem((undefined(name='c') if l_0_c is missing else l_0_c), 'items'), taught=environment.getattr((undefined(name='c') if l_0_c is missing else l_0_c), 'taught'), practised=environment.getattr((undefined(name='c') if l_0_c is missing else l_0_c), 'practised'), assessed=environment.getattr((undefined(name='c') if l_0_c is missing else l_0_c), 'assessed')))
        yield '</p>\n<figure>\n<svg viewBox="0 0 '
        yield escape(environment.getattr((undefined(name='drawing') if l_0_drawing is missing else l_0_drawing), 'width'))
        yield ' '
        yield escape(environment.getattr((undefined(name='drawing') if l_0_drawing is missing else l_0_drawing), 'height'))
        yield '" role="img" aria-labelledby="drawing-title drawing-desc" direction="ltr">\n<title id="drawing-title">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'coverage_drawing'))
        yield '</title>\n<desc id="drawing-desc">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'coverage_desc'))
        yield '</desc>\n'
        for l_1_each in environment.getitem((undefined(name='drawing') if l_0_drawing is missing else l_0_drawing), 'rows'):
            _loop_vars = {}
            pass
            yield '<text x="0" y="'
            yield escape((environment.getattr(l_1_each, 'y') + 11))
            yield '">'
            yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), environment.getattr(l_1_each, 'name'), _loop_vars=_loop_vars))
            yield '</text>\n'
        l_1_each = missing
        for l_1_each in environment.getattr((undefined(name='drawing') if l_0_drawing is missing else l_0_drawing), 'names'):
            _loop_vars = {}
            pass
            yield '<text class="name" x="'
            yield escape(environment.getattr(l_1_each, 'x'))
            yield '" y="'
            yield escape((environment.getattr(l_1_each, 'y') + 11))
            yield '">'
            yield escape(environment.getattr(l_1_each, 'text'))
            yield '</text>\n'
        l_1_each = missing
        for l_1_each in environment.getattr((undefined(name='drawing') if l_0_drawing is missing else l_0_drawing), 'squares'):
            _loop_vars = {}
            pass
            yield '<rect class="'
            yield escape(environment.getattr(l_1_each, 'shade'))
            yield '" x="'
            yield escape(environment.getattr(l_1_each, 'x'))
            yield '" y="'
            yield escape(environment.getattr(l_1_each, 'y'))
            yield '" width="'
            yield escape(environment.getattr((undefined(name='drawing') if l_0_drawing is missing else l_0_drawing), 'side'))
            yield '" height="'
            yield escape(environment.getattr((undefined(name='drawing') if l_0_drawing is missing else l_0_drawing), 'side'))
            yield '" rx="2"/>\n'
        l_1_each = missing
        yield '</svg>\n<figcaption>'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'coverage_key'))
        yield '</figcaption>\n</figure>\n'
        def macro():
            t_10 = []
            pass
            t_10.extend((
                '<table class="close">\n<thead><tr><th scope="col">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'item')),
                '</th><th scope="col" class="number">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'taught')),
                '</th><th scope="col" class="number">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'practised')),
                '</th><th scope="col" class="number">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'assessed')),
                '</th></tr></thead>\n',
            ))
            for l_2_group in environment.getattr((undefined(name='c') if l_0_c is missing else l_0_c), 'groups'):
                _loop_vars = {}
                pass
                t_10.append(
                    '<tbody>\n',
                )
                if environment.getattr(l_2_group, 'title'):
                    pass
                    t_10.extend((
                        '<tr class="group"><th scope="rowgroup" colspan="4">',
                        escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr(l_2_group, 'code'), _loop_vars=_loop_vars)),
                        ' ',
                        escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr(l_2_group, 'title'), _loop_vars=_loop_vars)),
                        '</th></tr>\n',
                    ))
                for l_3_item in environment.getitem(l_2_group, 'items'):
                    _loop_vars = {}
                    pass
                    t_10.extend((
                        '<tr><th scope="row"><span class="code">',
                        escape(environment.getattr(l_3_item, 'code')),
                        '</span> ',
                        escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr(l_3_item, 'label'), _loop_vars=_loop_vars)),
                    ))
                    if environment.getattr(l_3_item, 'critical'):
                        pass
                        t_10.extend((
                            ' <em>',
                            escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'critical', _loop_vars=_loop_vars)),
                            '</em>',
                        ))
                    if environment.getattr(l_3_item, 'practice'):
                        pass
                        t_10.extend((
                            ' <em>',
                            escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'practice', _loop_vars=_loop_vars)),
                            '</em>',
                        ))
                    t_10.append(
                        '</th>',
                    )
                    for l_4_name in ('taught', 'practised', 'assessed'):
                        _loop_vars = {}
                        pass
                        t_10.extend((
                            '<td class="number',
                            escape(('' if environment.getitem(l_3_item, l_4_name) else ' none')),
                            '">',
                            escape((environment.getitem(l_3_item, l_4_name) or '–')),
                            '</td>',
                        ))
                    l_4_name = missing
                    t_10.append(
                        '</tr>\n',
                    )
                l_3_item = missing
                t_10.append(
                    '</tbody>\n',
                )
            l_2_group = missing
            t_10.append(
                '</table>\n',
            )
            return concat(t_10)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        yield context.call((undefined(name='wide') if l_0_wide is missing else l_0_wide), 'coverage', caller=caller)
        if environment.getattr((undefined(name='c') if l_0_c is missing else l_0_c), 'attribution'):
            pass
            yield '<p class="note">'
            yield escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr((undefined(name='c') if l_0_c is missing else l_0_c), 'attribution')))
            yield '</p>\n'
        yield '</section>\n'
    yield '\n'
    if (not t_6(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'reviews'))):
        pass
        yield '<section>\n<h2 id="reviews">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'reviews'))
        yield '</h2>\n<p>'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'reviews_lead'))
        yield '</p>\n'
        def macro():
            t_11 = []
            pass
            t_11.extend((
                '<table>\n<thead><tr><th scope="col">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'module')),
                '</th><th scope="col">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'reviewer')),
                '</th><th scope="col">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'role')),
                '</th><th scope="col">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'date')),
                '</th><th scope="col">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'state')),
                '</th></tr></thead>\n',
            ))
            l_2_loop = missing
            for l_2_m, l_2_loop in LoopContext(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'reviews'), undefined):
                _loop_vars = {}
                pass
                t_11.append(
                    '<tbody>\n',
                )
                l_3_loop = missing
                t_12 = 1
                for l_3_each, l_3_loop in LoopContext(environment.getattr(l_2_m, 'reviews'), undefined):
                    _loop_vars = {}
                    pass
                    t_11.append(
                        '<tr>',
                    )
                    if environment.getattr(l_3_loop, 'first'):
                        pass
                        t_11.extend((
                            '<th scope="rowgroup" rowspan="',
                            escape(t_3(environment.getattr(l_2_m, 'reviews'))),
                            '">',
                            escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr(l_2_m, 'title'), _loop_vars=_loop_vars)),
                            '</th>',
                        ))
                    t_11.extend((
                        '<td>',
                        escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr(l_3_each, 'who'), _loop_vars=_loop_vars)),
                        '</td><td>',
                        escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr(l_3_each, 'role'), _loop_vars=_loop_vars)),
                        '</td><td>',
                        escape(environment.getattr(l_3_each, 'date')),
                        '</td><td',
                    ))
                    if environment.getattr(l_3_each, 'changed_since'):
                        pass
                        t_11.append(
                            ' class="lost"',
                        )
                    t_11.append(
                        '>',
                    )
                    if environment.getattr(l_3_each, 'changed_since'):
                        pass
                        t_11.append(
                            escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'reviews_changed', _loop_vars=_loop_vars)),
                        )
                    elif environment.getattr(l_3_each, 'version'):
                        pass
                        t_11.append(
                            escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'reviews_version', version=environment.getattr(l_3_each, 'version'), _loop_vars=_loop_vars)),
                        )
                    if environment.getattr(l_3_each, 'note'):
                        pass
                        t_11.extend((
                            ' ',
                            escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr(l_3_each, 'note'), _loop_vars=_loop_vars)),
                        ))
                    t_11.append(
                        '</td></tr>\n',
                    )
                    t_12 = 0
                l_3_loop = l_3_each = missing
                if t_12:
                    pass
                    t_11.extend((
                        '<tr><th scope="rowgroup">',
                        escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr(l_2_m, 'title'))),
                        '</th><td colspan="4" class="quiet">',
                        escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'reviews_none')),
                        '</td></tr>\n',
                    ))
                t_11.append(
                    '</tbody>\n',
                )
            l_2_loop = l_2_m = missing
            t_11.append(
                '</table>\n',
            )
            return concat(t_11)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        yield context.call((undefined(name='wide') if l_0_wide is missing else l_0_wide), 'reviews', caller=caller)
        yield '</section>\n'
    yield '\n'
    if environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'matrix'), 'targets'):
        pass
        yield '<section>\n<h2 id="fit">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'fit'))
        yield '</h2>\n<p>'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'fit_lead'))
        yield '</p>\n'
        def macro():
            t_13 = []
            pass
            t_13.extend((
                '<table class="close">\n<thead><tr><th scope="col">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'feature')),
                '</th><th scope="col" class="number">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'places')),
                '</th>',
            ))
            for l_2_name in environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'matrix'), 'targets'):
                _loop_vars = {}
                pass
                t_13.extend((
                    '<th scope="col" class="state">',
                    escape(l_2_name),
                    '</th>',
                ))
            l_2_name = missing
            t_13.append(
                '</tr></thead>\n<tbody>\n',
            )
            for l_2_row in environment.getitem(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'matrix'), 'rows'):
                _loop_vars = {}
                pass
                t_13.extend((
                    '<tr><th scope="row">',
                    escape(environment.getattr(l_2_row, 'feature')),
                    '</th><td class="number">',
                    escape((environment.getattr(l_2_row, 'n') or '')),
                    '</td>',
                ))
                for l_3_name in environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'matrix'), 'targets'):
                    l_3_state = resolve('state')
                    _loop_vars = {}
                    pass
                    t_13.extend((
                        '<td class="state ',
                        escape(environment.getitem(environment.getattr(l_2_row, 'states'), l_3_name)),
                        '">',
                        escape(environment.getitem((undefined(name='state') if l_3_state is missing else l_3_state), environment.getitem(environment.getattr(l_2_row, 'states'), l_3_name))),
                        '</td>',
                    ))
                l_3_name = l_3_state = missing
                t_13.append(
                    '</tr>\n',
                )
            l_2_row = missing
            t_13.append(
                '</tbody>\n</table>\n',
            )
            return concat(t_13)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        yield context.call((undefined(name='wide') if l_0_wide is missing else l_0_wide), 'fit', caller=caller)
        yield '</section>\n'
    yield '\n<section>\n<h2 id="packages">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'packages'))
    yield '</h2>\n<p>'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'packages_lead'))
    yield '</p>\n<ul class="kinds">\n'
    for l_1_p in environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'packages'):
        l_1_english = resolve('english')
        _loop_vars = {}
        pass
        yield '<li><a href="#'
        yield escape(environment.getattr(l_1_p, 'name'))
        yield '">'
        yield escape(context.call((undefined(name='english') if l_1_english is missing else l_1_english), environment.getattr(l_1_p, 'title'), _loop_vars=_loop_vars))
        yield '</a></li>\n'
    l_1_p = l_1_english = missing
    yield '</ul>\n'
    for l_1_p in environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'packages'):
        l_1_english = resolve('english')
        _loop_vars = {}
        pass
        yield '<section class="package">\n<h3 id="'
        yield escape(environment.getattr(l_1_p, 'name'))
        yield '">'
        yield escape(context.call((undefined(name='english') if l_1_english is missing else l_1_english), environment.getattr(l_1_p, 'title'), _loop_vars=_loop_vars))
        yield '</h3>\n<p><code>'
        yield escape(environment.getattr(l_1_p, 'file'))
        yield '</code>'
        if environment.getattr(l_1_p, 'bytes'):
            pass
            yield ' <span class="quiet">'
            yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'size', n=t_1(t_4((environment.getattr(l_1_p, 'bytes') / 1024))), _loop_vars=_loop_vars))
            yield '</span>'
        yield '</p>\n'
        if (not environment.getattr(l_1_p, 'content')):
            pass
            yield '<p>'
            yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'framework_only', _loop_vars=_loop_vars))
            yield '</p>\n'
        elif (environment.getattr(environment.getattr(l_1_p, 'counts'), 'degraded') or environment.getattr(environment.getattr(l_1_p, 'counts'), 'lost')):
            pass
            yield '<p>'
            yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'keeps', n=t_3(environment.getitem(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'matrix'), 'rows')), kept=environment.getattr(environment.getattr(l_1_p, 'counts'), 'kept'), degraded=environment.getattr(environment.getattr(l_1_p, 'counts'), 'degraded'), lost=environment.getattr(environment.getattr(l_1_p, 'counts'), 'lost'), _loop_vars=_loop_vars))
            yield '</p>\n'
        else:
            pass
            yield '<p>'
            yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'keeps_all', _loop_vars=_loop_vars))
            yield '</p>\n'
        if environment.getattr(l_1_p, 'steps'):
            pass
            yield '<h4>'
            yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'steps', _loop_vars=_loop_vars))
            yield '</h4>\n<ol>\n'
            for l_2_step in environment.getattr(l_1_p, 'steps'):
                _loop_vars = {}
                pass
                yield '<li>'
                yield escape(l_2_step)
                yield '</li>\n'
            l_2_step = missing
            yield '</ol>\n'
        if environment.getattr(l_1_p, 'settings'):
            pass
            yield '<h4>'
            yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'settings', _loop_vars=_loop_vars))
            yield '</h4>\n<dl class="settings">\n'
            for (l_2_setting, l_2_choice) in environment.getattr(l_1_p, 'settings'):
                _loop_vars = {}
                pass
                yield '<div><dt>'
                yield escape(l_2_setting)
                yield '</dt><dd>'
                yield escape(l_2_choice)
                yield '</dd></div>\n'
            l_2_setting = l_2_choice = missing
            yield '</dl>\n'
        if (environment.getattr(l_1_p, 'content') and environment.getattr(l_1_p, 'losses')):
            pass
            yield '<h4 id="'
            yield escape(environment.getattr(l_1_p, 'name'))
            yield '-losses">'
            yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'changed', _loop_vars=_loop_vars))
            yield '</h4>\n'
            def macro():
                t_14 = []
                pass
                t_14.extend((
                    '<table class="close">\n<thead><tr><th scope="col">',
                    escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'what')),
                    '</th><th scope="col">',
                    escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'first')),
                    '</th><th scope="col">',
                    escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'code')),
                    '</th></tr></thead>\n<tbody>\n',
                ))
                for (l_3_message, l_3_place, l_3_code) in environment.getattr(l_1_p, 'losses'):
                    _loop_vars = {}
                    pass
                    t_14.extend((
                        '<tr><td>',
                        escape(context.call((undefined(name='english') if l_1_english is missing else l_1_english), l_3_message, _loop_vars=_loop_vars)),
                        '</td><td><code>',
                        escape(l_3_place),
                        '</code></td><td>',
                        escape(l_3_code),
                        '</td></tr>\n',
                    ))
                l_3_message = l_3_place = l_3_code = missing
                t_14.append(
                    '</tbody>\n</table>\n',
                )
                return concat(t_14)
            caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
            yield context.call((undefined(name='wide') if l_0_wide is missing else l_0_wide), markup_join((environment.getattr(l_1_p, 'name'), ' ', environment.getattr(l_1_p, 'name'), '-losses', )), caller=caller, _loop_vars=_loop_vars)
        yield '</section>\n'
    l_1_p = l_1_english = missing
    yield '<h3 id="tried">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'tried'))
    yield '</h3>\n<p>'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'tried_lead'))
    yield '</p>\n'
    def macro():
        t_15 = []
        pass
        t_15.extend((
            '<table class="close">\n<thead><tr><th scope="col">',
            escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'system')),
            '</th><th scope="col">',
            escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'release')),
            '</th><th scope="col">',
            escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'level')),
            '</th><th scope="col">',
            escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'by')),
            '</th></tr></thead>\n<tbody>\n',
        ))
        for l_2_each in environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'releases'):
            l_2_english = resolve('english')
            _loop_vars = {}
            pass
            t_15.extend((
                '<tr><th scope="row">',
                escape(environment.getattr(l_2_each, 'system')),
                '</th><td>',
                escape(context.call((undefined(name='english') if l_2_english is missing else l_2_english), environment.getattr(l_2_each, 'release'), _loop_vars=_loop_vars)),
                '</td><td>',
                escape(context.call((undefined(name='english') if l_2_english is missing else l_2_english), environment.getattr(l_2_each, 'level'), _loop_vars=_loop_vars)),
                '</td><td>',
                escape(context.call((undefined(name='english') if l_2_english is missing else l_2_english), environment.getattr(l_2_each, 'by'), _loop_vars=_loop_vars)),
            ))
            if environment.getattr(l_2_each, 'ran'):
                pass
                t_15.extend((
                    ' ',
                    escape(context.call((undefined(name='english') if l_2_english is missing else l_2_english), markup_join(('(', t_2(context.eval_ctx, environment.getattr(l_2_each, 'ran'), ', '), ')', )), _loop_vars=_loop_vars)),
                ))
            t_15.append(
                '</td></tr>\n',
            )
        l_2_each = l_2_english = missing
        t_15.append(
            '</tbody>\n</table>\n',
        )
        return concat(t_15)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    yield context.call((undefined(name='wide') if l_0_wide is missing else l_0_wide), 'tried', caller=caller)
    yield '</section>\n\n<section>\n<h2 id="grades">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'grades'))
    yield '</h2>\n'
    if environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'quizzes'):
        pass
        yield '<p>'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'share_lead'))
        yield '</p>\n'
        def macro():
            t_16 = []
            pass
            t_16.extend((
                '<table>\n<thead><tr><th scope="col">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'quiz')),
                '</th><th scope="col">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'module')),
                '</th><th scope="col" class="number">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'questions')),
                '</th><th scope="col" class="number">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'points')),
                '</th><th scope="col" class="number">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'pass_mark')),
                '</th><th scope="col" class="number">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'attempts')),
                '</th><th scope="col" class="number">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'share')),
                '</th></tr></thead>\n<tbody>\n',
            ))
            for l_2_q in environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'quizzes'):
                l_2_number = resolve('number')
                _loop_vars = {}
                pass
                t_16.extend((
                    '<tr><th scope="row">',
                    escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr(l_2_q, 'title'), _loop_vars=_loop_vars)),
                ))
                if environment.getattr(l_2_q, 'final'):
                    pass
                    t_16.extend((
                        ' <em>',
                        escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'final', _loop_vars=_loop_vars)),
                        '</em>',
                    ))
                t_16.extend((
                    '</th><td>',
                    escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr(l_2_q, 'module'), _loop_vars=_loop_vars)),
                    '</td><td class="number">',
                ))
                if (environment.getattr(l_2_q, 'drawn') and (environment.getattr(l_2_q, 'drawn') < environment.getattr(l_2_q, 'questions'))):
                    pass
                    t_16.extend((
                        escape(environment.getattr(l_2_q, 'drawn')),
                        ' / ',
                        escape(environment.getattr(l_2_q, 'questions')),
                    ))
                else:
                    pass
                    t_16.append(
                        escape(environment.getattr(l_2_q, 'questions')),
                    )
                t_16.extend((
                    '</td><td class="number">',
                    escape(context.call((undefined(name='number') if l_2_number is missing else l_2_number), environment.getattr(l_2_q, 'points'), _loop_vars=_loop_vars)),
                    '</td>',
                ))
                if environment.getattr(l_2_q, 'graded'):
                    pass
                    t_16.extend((
                        '<td class="number">',
                        escape(environment.getattr(l_2_q, 'pass_mark')),
                        ' %</td>',
                    ))
                else:
                    pass
                    t_16.extend((
                        '<td class="number">',
                        escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'not_graded', _loop_vars=_loop_vars)),
                        '</td>',
                    ))
                t_16.extend((
                    '<td class="number">',
                    escape((environment.getattr(l_2_q, 'attempts') or context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'any', _loop_vars=_loop_vars))),
                    '</td><td class="number">',
                ))
                if environment.getattr(l_2_q, 'graded'):
                    pass
                    t_16.extend((
                        escape(context.call((undefined(name='number') if l_2_number is missing else l_2_number), environment.getattr(l_2_q, 'share'), _loop_vars=_loop_vars)),
                        ' %',
                    ))
                t_16.append(
                    '</td></tr>\n',
                )
            l_2_q = l_2_number = missing
            t_16.append(
                '</tbody>\n</table>\n',
            )
            return concat(t_16)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        yield context.call((undefined(name='wide') if l_0_wide is missing else l_0_wide), 'grades', caller=caller)
    else:
        pass
        yield '<p>'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'grades_none'))
        yield '</p>\n'
    if environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'gradebook'):
        pass
        yield '<h3 id="gradebook">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'gradebook'))
        yield '</h3>\n'
        def macro():
            t_17 = []
            pass
            t_17.extend((
                '<table>\n<thead><tr><th scope="col">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'package')),
                '</th><th scope="col">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'grade')),
                '</th><th scope="col">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'completion')),
                '</th></tr></thead>\n<tbody>\n',
            ))
            for l_2_row in environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'gradebook'):
                _loop_vars = {}
                pass
                t_17.extend((
                    '<tr><th scope="row">',
                    escape(t_2(context.eval_ctx, environment.getattr(l_2_row, 'packages'), ', ')),
                    '</th><td>',
                    escape(environment.getattr(l_2_row, 'grade')),
                    '</td><td>',
                    escape(environment.getattr(l_2_row, 'completion')),
                    '</td></tr>\n',
                ))
            l_2_row = missing
            t_17.append(
                '</tbody>\n</table>\n',
            )
            return concat(t_17)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        yield context.call((undefined(name='wide') if l_0_wide is missing else l_0_wide), 'gradebook', caller=caller)
    yield '</section>\n\n<section>\n<h2 id="rights">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'rights'))
    yield '</h2>\n<dl class="settings">\n<div><dt>'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'language'))
    yield '</dt><dd><span lang="'
    yield escape(environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'course'), 'language'))
    yield '">'
    yield escape(environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'course'), 'language_name'))
    yield '</span></dd></div>\n<div><dt>'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'interface'))
    yield '</dt><dd><span lang="'
    yield escape((undefined(name='language') if l_0_language is missing else l_0_language))
    yield '">'
    yield escape(environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'course'), 'interface'))
    yield '</span>. '
    if environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'course'), 'interface_reviewed'):
        pass
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'interface_reviewed', who=environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'course'), 'interface_reviewed')))
    else:
        pass
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'interface_unreviewed'))
    yield '</dd></div>\n'
    if environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'course'), 'authors'):
        pass
        yield '<div><dt>'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'authors'))
        yield '</dt><dd>'
        yield escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), context.call((undefined(name='joined') if l_0_joined is missing else l_0_joined), environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'course'), 'authors'))))
        yield '</dd></div>\n'
    yield '<div><dt>'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'text_licence'))
    yield '</dt><dd>'
    if environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'course'), 'licence'):
        pass
        yield escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'course'), 'licence')))
    else:
        pass
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'no_licence'))
    yield '</dd></div>\n<div><dt>'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'media'))
    yield '</dt><dd>'
    yield escape((undefined(name='media') if l_0_media is missing else l_0_media))
    yield '</dd></div>\n'
    if environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'course'), 'attribution'):
        pass
        yield '<div><dt>'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'framework_licence'))
        yield '</dt><dd>'
        yield escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'course'), 'attribution')))
        yield '</dd></div>\n'
    yield '<div><dt>'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'code_licence'))
    yield '</dt><dd>'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'code_licence_is'))
    yield '</dd></div>\n</dl>\n</section>\n\n<section>\n<h2 id="privacy">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'privacy'))
    yield '</h2>\n<ul>\n'
    for l_1_said in environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'privacy'), 'said'):
        _loop_vars = {}
        pass
        yield '<li>'
        yield escape(l_1_said)
        yield '</li>\n'
    l_1_said = missing
    yield '</ul>\n'
    if environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'privacy'), 'hosts'):
        pass
        yield '<p>'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'privacy_hosts'))
        yield '</p>\n<ul>\n'
        for l_1_each in environment.getattr(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'privacy'), 'hosts'):
            _loop_vars = {}
            pass
            yield '<li><code>'
            yield escape(environment.getattr(l_1_each, 'host'))
            yield '</code>: '
            yield escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), context.call((undefined(name='joined') if l_0_joined is missing else l_0_joined), environment.getattr(l_1_each, 'pages'), _loop_vars=_loop_vars), _loop_vars=_loop_vars))
            yield '</li>\n'
        l_1_each = missing
        yield '</ul>\n'
    yield '</section>\n\n<section>\n<h2 id="access">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'access'))
    yield '</h2>\n<p>'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'access_lead'))
    yield '</p>\n<p><strong>'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'access_count', **(undefined(name='access_counts') if l_0_access_counts is missing else l_0_access_counts)))
    yield '</strong> '
    yield escape(environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'methods'))
    yield ' '
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'access_form'))
    yield '</p>\n'
    def macro():
        t_18 = []
        pass
        t_18.extend((
            '<table class="close">\n<thead><tr><th scope="col">',
            escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'criterion')),
            '</th><th scope="col">',
            escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'level')),
            '</th><th scope="col">',
            escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'adherence')),
            '</th><th scope="col">',
            escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'evidence')),
            '</th></tr></thead>\n<tbody>\n',
        ))
        for l_2_row in environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'accessibility'):
            l_2_english = resolve('english')
            l_2_level = resolve('level')
            _loop_vars = {}
            pass
            t_18.extend((
                '<tr><th scope="row">',
                escape(environment.getattr(l_2_row, 'num')),
                ' ',
                escape(context.call((undefined(name='english') if l_2_english is missing else l_2_english), environment.getattr(l_2_row, 'name'), _loop_vars=_loop_vars)),
                '</th><td>',
                escape(environment.getattr(l_2_row, 'level')),
                '</td><td class="',
                escape(environment.getattr(l_2_row, 'adherence')),
                '">',
                escape(environment.getitem((undefined(name='level') if l_2_level is missing else l_2_level), environment.getattr(l_2_row, 'adherence'))),
                '</td><td>',
                escape(environment.getattr(l_2_row, 'notes')),
                '</td></tr>\n',
            ))
        l_2_row = l_2_english = l_2_level = missing
        t_18.append(
            '</tbody>\n</table>\n',
        )
        return concat(t_18)
    caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
    yield context.call((undefined(name='wide') if l_0_wide is missing else l_0_wide), 'access', caller=caller)
    yield '</section>\n\n<section>\n<h2 id="findings">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'findings'))
    yield '</h2>\n'
    if environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'findings'):
        pass
        def macro():
            t_19 = []
            pass
            t_19.extend((
                '<table class="close">\n<thead><tr><th scope="col">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'code')),
                '</th><th scope="col">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'place')),
                '</th><th scope="col">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'what')),
                '</th><th scope="col">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'todo')),
                '</th></tr></thead>\n<tbody>\n',
            ))
            for l_2_f in environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'findings'):
                l_2_english = resolve('english')
                _loop_vars = {}
                pass
                t_19.extend((
                    '<tr><th scope="row">',
                    escape(environment.getattr(l_2_f, 'code')),
                    '</th><td><code>',
                    escape(environment.getattr(l_2_f, 'place')),
                    '</code></td><td>',
                    escape(context.call((undefined(name='english') if l_2_english is missing else l_2_english), environment.getattr(l_2_f, 'message'), _loop_vars=_loop_vars)),
                    '</td><td>',
                    escape(context.call((undefined(name='english') if l_2_english is missing else l_2_english), environment.getattr(l_2_f, 'help'), _loop_vars=_loop_vars)),
                    '</td></tr>\n',
                ))
            l_2_f = l_2_english = missing
            t_19.append(
                '</tbody>\n</table>\n',
            )
            return concat(t_19)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        yield context.call((undefined(name='wide') if l_0_wide is missing else l_0_wide), 'findings', caller=caller)
    else:
        pass
        yield '<p>'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'findings_none'))
        yield '</p>\n'
    yield '<p class="note">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'findings_why'))
    yield '</p>\n</section>\n\n'
    if environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'guessed'):
        pass
        yield '<section>\n<h2 id="guessed">'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'guessed'))
        yield '</h2>\n<p>'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'guessed_lead'))
        yield '</p>\n'
        def macro():
            t_20 = []
            pass
            t_20.extend((
                '<table class="close">\n<thead><tr><th scope="col">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'unit')),
                '</th><th scope="col">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'hits')),
                '</th><th scope="col" class="number">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'chance')),
                '</th><th scope="col" class="number">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'most')),
                '</th></tr></thead>\n<tbody>\n',
            ))
            for l_2_g in environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'guessed'):
                l_2_english = resolve('english')
                _loop_vars = {}
                pass
                t_20.extend((
                    '<tr><th scope="row">',
                    escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr(l_2_g, 'unit'), _loop_vars=_loop_vars)),
                    '</th><td>',
                    escape(context.call((undefined(name='english') if l_2_english is missing else l_2_english), environment.getattr(l_2_g, 'hits'), _loop_vars=_loop_vars)),
                    '</td><td class="number">',
                    escape(environment.getattr(l_2_g, 'chance')),
                    '</td><td class="number">',
                    escape(environment.getattr(l_2_g, 'most')),
                    '</td></tr>\n',
                ))
            l_2_g = l_2_english = missing
            t_20.append(
                '</tbody>\n</table>\n',
            )
            return concat(t_20)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        yield context.call((undefined(name='wide') if l_0_wide is missing else l_0_wide), 'guessed', caller=caller)
        yield '</section>\n'
    yield '\n<section>\n<h2 id="sums">'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'sums'))
    yield '</h2>\n'
    if environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'files'):
        pass
        yield '<p>'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'sums_lead'))
        yield '</p>\n'
        def macro():
            t_21 = []
            pass
            t_21.extend((
                '<table class="close">\n<thead><tr><th scope="col">',
                escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'file')),
                '</th><th scope="col">SHA-256</th></tr></thead>\n<tbody>\n',
            ))
            for l_2_f in environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'files'):
                _loop_vars = {}
                pass
                t_21.extend((
                    '<tr><th scope="row"><code>',
                    escape(environment.getattr(l_2_f, 'file')),
                    '</code></th><td><code>',
                    escape(environment.getattr(l_2_f, 'sha256')),
                    '</code></td></tr>\n',
                ))
            l_2_f = missing
            t_21.append(
                '</tbody>\n</table>\n',
            )
            return concat(t_21)
        caller = Macro(environment, macro, None, (), False, False, False, context.eval_ctx.autoescape)
        yield context.call((undefined(name='wide') if l_0_wide is missing else l_0_wide), 'sums', caller=caller)
    else:
        pass
        yield '<p>'
        yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'sums_none'))
        yield '</p>\n'
    yield '</section>\n</main>\n<footer class="page">\n<p>'
    yield escape(context.call((undefined(name='t') if l_0_t is missing else l_0_t), 'made', version=environment.getattr((undefined(name='r') if l_0_r is missing else l_0_r), 'moocbuild')))
    yield '</p>\n</footer>\n</body>\n</html>'

blocks = {}
debug_info = '1=61&2=68&3=70&7=77&11=81&13=83&19=90&20=92&21=94&22=96&23=99&29=102&31=104&32=108&37=114&39=116&40=118&41=120&42=123&44=125&45=128&47=130&48=133&50=136&51=138&52=140&53=142&54=144&55=146&56=148&57=151&59=154&64=156&65=158&66=161&67=164&68=168&70=174&71=179&75=189&78=192&79=195&81=197&82=202&86=209&88=211&89=214&94=217&95=219&97=224&99=235&100=240&103=255&104=259&95=279&108=280&110=283&111=287&117=294&118=296&120=300&121=302&123=304&124=308&125=310&126=312&127=316&129=321&130=325&132=332&133=336&136=348&138=350&140=355&141=364&143=370&144=374&146=379&147=384&138=429&153=430&154=433&159=437&161=440&162=442&163=444&165=449&166=461&168=469&169=475&171=526&163=540&180=543&182=546&183=548&184=550&186=555&188=572&189=577&184=603&198=606&199=608&201=610&202=615&205=621&207=626&208=630&209=638&210=641&211=643&212=646&214=651&216=653&217=656&219=658&220=662&224=666&225=669&227=671&228=675&232=681&233=684&234=688&236=693&238=700&239=705&234=718&247=722&248=724&249=726&251=731&253=740&254=746&249=769&262=771&263=773&264=776&265=778&267=783&269=798&270=804&265=869&276=873&278=875&279=878&280=880&282=885&284=892&285=897&280=910&294=912&296=914&297=920&298=933&299=936&301=941&302=950&303=954&304=957&306=962&311=966&313=968&314=972&317=976&318=979&320=981&321=985&328=992&329=994&330=996&331=1002&333=1007&335=1016&336=1023&331=1042&344=1044&345=1046&346=1048&348=1053&350=1062&351=1068&346=1083&357=1087&359=1090&362=1092&364=1095&365=1097&366=1099&368=1104&370=1113&371=1119&366=1134&380=1137&381=1139&382=1142&383=1144&385=1149&387=1152&388=1157&383=1168&394=1172&399=1175'
